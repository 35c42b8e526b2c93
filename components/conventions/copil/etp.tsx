import { StackedBar, type Segment } from '@/components/ui/bars'
import { EmptyState } from '@/components/ui/empty-state'
import { Swatch } from '@/components/ui/legend'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { ColorToken } from '@/components/ui/tokens'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import { formatQuotite } from '@/lib/platform/nombres'
import { findLacune } from './lacunes'

type Etp = NonNullable<VueCopil['etp']>

const COULEURS_THEME: Record<string, ColorToken> = {
  PETITE_ENFANCE: 'petite-enfance', ENFANCE_JEUNESSE: 'enfance-jeunesse', PARENTALITE: 'parentalite',
  DROITS_VIE_SOCIALE: 'droits-vie-sociale', GLOBAL: 'globale',
}
/** Lines that are no thématique take these in turn: they mean nothing but « another line ». */
const AUTRES: readonly ColorToken[] = ['primary', 'gold', 'en-cours', 'muted', 'realisee', 'line-strong']
const LIGNES_CITEES = 7

const TITRES: Record<Etp['mode'], string> = {
  THEMATIQUE: 'ETP par thématique', PART: 'ETP de coopération', PORTEUR: 'ETP par commune', EVOLUTION: 'ETP\u00A0: existant et développements', TOTAL: 'ETP de coopération',
}
const ETATS: Record<Etp['etat'], string> = { BROUILLON: 'brouillon', PROPOSE: 'proposé', VALIDE: 'validé', CLOS: 'clos' }

interface LigneColoree {
  libelle: string
  quotite: number
  couleur: ColorToken
}

/** Lines with a figure; beyond the first ones, the rest is one line: a sheet has an end. */
function listLignes({ lignes }: Etp): { citees: LigneColoree[]; nulles: number } {
  const chiffrees = lignes.filter((ligne) => (ligne.quotite ?? 0) > 0)
  const citees = chiffrees.slice(0, chiffrees.length > LIGNES_CITEES ? LIGNES_CITEES - 1 : LIGNES_CITEES)
  const reste = chiffrees.slice(citees.length)
  const toutes = reste.length > 0
    ? [...citees, { libelle: `${reste.length} autres lignes`, theme: null, quotite: reste.reduce((somme, { quotite }) => somme + (quotite ?? 0), 0) }]
    : citees
  return {
    nulles: lignes.length - chiffrees.length,
    citees: toutes.map(({ libelle, theme, quotite }, rang) => ({
      libelle, quotite: quotite ?? 0, couleur: (theme && COULEURS_THEME[theme]) || (AUTRES[rang % AUTRES.length] ?? 'primary'),
    })),
  }
}

function Repartition({ etp }: { etp: Etp }) {
  const { citees, nulles } = listLignes(etp)
  const segments: Segment[] = citees.map(({ libelle, quotite, couleur }) => ({ label: libelle, value: quotite / 100, color: couleur }))
  const total = etp.total === null ? undefined : Math.max(etp.total, etp.somme ?? 0) / 100
  return (
    <>
      <StackedBar segments={segments} total={total} large decorative />
      <Table caption={TITRES[etp.mode]} dense className="mt-2 copil-table">
        <thead className="visually-hidden">
          <tr><Th>Ligne</Th><Th num>ETP</Th></tr>
        </thead>
        <tbody>
          {citees.map(({ libelle, quotite, couleur }) => (
            <tr key={libelle}>
              <Th scope="row"><Swatch color={couleur} /> {libelle}</Th>
              <Td num>{formatQuotite(quotite)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Th scope="row">Total{nulles > 0 ? <span className="font-normal">{`, ${nulles === 1 ? 'une ligne' : `${nulles} lignes`} sans ETP`}</span> : null}</Th>
            <Td num className="font-semibold">{etp.somme === null ? '' : formatQuotite(etp.somme)}</Td>
          </tr>
        </tfoot>
      </Table>
    </>
  )
}

/** ETP of the schéma in view against the agreed total, on the distribution that is known. */
export function EtpCopil({ vue, base }: { vue: VueCopil; base: string }) {
  const { etp } = vue
  if (etp === null) {
    return (
      <Panneau titre="ETP de coopération">
        <EmptyState titre="Aucun schéma de coopération connu" pourquoi={findLacune(vue, 'ETP') ?? 'Aucun schéma n’est enregistré pour cette convention.'} suite={<Link className="link no-print" href={`${base}/etp`}>Voir les ETP</Link>} />
      </Panneau>
    )
  }
  const sousTitre = [etp.libelle, etp.quand, ETATS[etp.etat]].filter(Boolean).join(', ')
  return (
    <Panneau titre={TITRES[etp.mode]} sousTitre={sousTitre}>
      {etp.somme === null ? null : <Repartition etp={etp} />}
      <p className="mt-2 text-sm">{etp.phrase}</p>
    </Panneau>
  )
}
