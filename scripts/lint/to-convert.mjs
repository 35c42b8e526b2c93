// What does not send through components/formulaire yet (record 39): this list only shrinks.
export const TO_CONVERT = [
  // Goes with the last two that use it: formulaire-etape.tsx and formulaire-lien.tsx.
  'components/gouvernance/instances/use-envoi.ts',
  'components/plan-action/arbre/creer-plan.tsx',
  'components/plan-action/arbre/editeur.tsx',
  'components/plan-action/arbre/formulaire-axe.tsx',
  'components/plan-action/arbre/formulaire-fiche.tsx',
  'components/plan-action/arbre/numeroter.tsx',
  'components/plan-action/arbre/retirer.tsx',
  'components/plan-action/arbre/use-arbre.ts',
  'components/plan-action/arbre/use-saisie.ts',
  'components/plan-action/champs/menu-statut.tsx',
  'components/plan-action/champs/use-edition.ts',
  'components/plan-action/fiche/contenu/etapes-ordonnables.tsx',
  'components/plan-action/fiche/contenu/formulaire-document.tsx',
  'components/plan-action/fiche/contenu/formulaire-etape.tsx',
  'components/plan-action/fiche/contenu/formulaire-lien.tsx',
  'components/plan-action/liste/barre-selection.tsx',
  'components/plan-action/liste/tableau.tsx',
  'components/plan-action/liste/vues-enregistrees.tsx',
  'components/plan-action/tournee/fiche-tournee.tsx',
]
