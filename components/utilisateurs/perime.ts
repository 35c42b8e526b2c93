/** Said when somebody changed the person meanwhile; the page shows what they saved. */
export const PERIME =
  'Quelqu’un a modifié cette personne entre-temps : la page montre maintenant ce qui est enregistré. Vérifiez, puis recommencez.'
