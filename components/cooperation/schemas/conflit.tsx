import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th } from '@/components/ui/table'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { MOTS_MOTIF } from '@/lib/cooperation/schemas/words'
import { buildCle, buildSaisie, listCellules, readQuotite, type Saisie } from './brouillon'
import { SITUATIONS } from '@/components/cooperation/mots'

interface ConflitProps {
  /** what this person started from */
  schema: SchemaLu
  saisie: Saisie
  /** what somebody else saved meanwhile */
  autre: SchemaLu
  onGarder: () => void
  onPrendre: () => void
}

interface Version {
  nom: string
  mienne: string
  leur: string
}

/** Whatever differs between the two versions: figures as numbers, words as words. */
function listDifferentes(schema: SchemaLu, saisie: Saisie, autre: SchemaLu): Version[] {
  const leurs = buildSaisie(autre)
  const figures: Version[] = [
    { nom: 'Total', mienne: saisie.total, leur: leurs.total },
    { nom: 'Existant', mienne: saisie.existant, leur: leurs.existant },
    ...schema.lignes.map(({ id, libelle }) => ({
      nom: libelle,
      mienne: saisie.lignes[id]?.quotite ?? '',
      leur: leurs.lignes[id]?.quotite ?? '',
    })),
    ...listCellules(autre, saisie).map(({ porteur, thematique, quotite }) => ({
      nom: [porteur, thematique].map((id) => autre.lignes.find((ligne) => ligne.id === id)?.libelle).join(', '),
      mienne: quotite,
      leur: leurs.croise[buildCle(porteur, thematique)] ?? '',
    })),
  ]
  const toMots = (parts: Saisie['developpements']) =>
    parts.map(({ libelle, quotite }) => `${libelle} ${quotite}`).join(', ')
  const mots: Version[] = [
    { nom: 'Développements', mienne: toMots(saisie.developpements), leur: toMots(leurs.developpements) },
    ...schema.lignes.flatMap((ligne): Version[] => {
      const [mienne, leur] = [saisie.lignes[ligne.id], leurs.lignes[ligne.id]]
      if (!mienne || !leur) return []
      const toPrecision = ({ note, motifZero, situation }: typeof mienne) =>
        [SITUATIONS[situation]?.mot, motifZero ? MOTS_MOTIF[motifZero] : null, note.trim()].filter(Boolean).join(', ')
      return [{ nom: `${ligne.libelle}, précisions`, mienne: toPrecision(mienne), leur: toPrecision(leur) }]
    }),
  ]
  return [
    ...figures.filter(({ mienne, leur }) => readQuotite(mienne) !== readQuotite(leur)),
    ...mots.filter(({ mienne, leur }) => mienne !== leur),
  ]
}

/** Two people changed the same draft: both versions side by side, and the choice. Nothing is lost. */
export function Conflit({ schema, saisie, autre, onGarder, onPrendre }: ConflitProps) {
  const differentes = listDifferentes(schema, saisie, autre)
  return (
    <Notice tone="warn" role="alert" titre="Quelqu’un a enregistré ce brouillon pendant votre saisie">
      <Table caption="Votre saisie et la version enregistrée" dense>
        <thead>
          <tr>
            <Th>Ligne</Th>
            <Th num>Votre saisie</Th>
            <Th num>Version enregistrée</Th>
          </tr>
        </thead>
        <tbody>
          {differentes.map(({ nom, mienne, leur }) => (
            <tr key={nom}>
              <Th scope="row">{nom}</Th>
              <Td num>{mienne || '–'}</Td>
              <Td num>{leur || '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="form-actions">
        <Button variant="primary" onClick={onGarder}>
          Enregistrer ma saisie par-dessus
        </Button>
        <Button onClick={onPrendre}>Reprendre la version enregistrée</Button>
      </div>
    </Notice>
  )
}
