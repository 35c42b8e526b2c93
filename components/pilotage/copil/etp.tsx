import { StackedBar } from '@/components/ui/mesure/bars'
import { EmptyState } from '@/components/ui/empty-state'
import { Swatch } from '@/components/ui/mesure/legend'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { EcranCopil } from './ecran'

function Repartition({ titre, lignes, total, somme, nulles }: EcranCopil['etp']) {
  return (
    <>
      <StackedBar
        segments={lignes.map(({ libelle, valeur, couleur }) => ({ label: libelle, value: valeur, color: couleur }))}
        total={total}
        large
        decorative
      />
      <Table caption={titre} dense className="mt-2 copil-table">
        <thead className="visually-hidden">
          <tr>
            <Th>Ligne</Th>
            <Th num>ETP</Th>
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ libelle, texte, couleur }) => (
            <tr key={libelle}>
              <Th scope="row">
                <Swatch color={couleur} /> {libelle}
              </Th>
              <Td num>{texte}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Th scope="row">
              Total
              {nulles > 0 ? (
                <span className="font-normal">{`, ${nulles === 1 ? 'une ligne' : `${nulles} lignes`} sans ETP`}</span>
              ) : null}
            </Th>
            <Td num>{somme}</Td>
          </tr>
        </tfoot>
      </Table>
    </>
  )
}

/** ETP of the schéma in view against the agreed total, on the distribution that is known. */
export function EtpCopil({ etp, base }: { etp: EcranCopil['etp']; base: string }) {
  const { connu, titre, sousTitre, lignes, phrase } = etp
  return (
    <Panneau
      titre={
        <Link className="link-quiet" href={`${base}/etp`}>
          {titre}
        </Link>
      }
      sousTitre={sousTitre}
    >
      {connu ? (
        <>
          {lignes.length > 0 ? <Repartition {...etp} /> : null}
          <p className="mt-2 text-sm">{phrase}</p>
        </>
      ) : (
        <EmptyState titre="Aucun schéma de coopération connu" pourquoi={phrase} />
      )}
    </Panneau>
  )
}
