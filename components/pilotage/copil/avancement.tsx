import { StackedBar, type Segment } from '@/components/ui/mesure/bars'
import { EmptyState } from '@/components/ui/empty-state'
import { Legend } from '@/components/ui/mesure/legend'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { MOTS_STATUT_PLURIEL as MOTS } from '@/lib/plan-action/champs/words/statuts'
import type { Progression } from '@/lib/pilotage/situation/rules/chiffres'
import type { EcranCopil } from './ecran'

type Plan = EcranCopil['plan']
type Axe = Plan['axes'][number]

const PARTS: readonly { cle: Exclude<keyof Progression, 'total'>; segment: Omit<Segment, 'value'> }[] = [
  { cle: 'realisees', segment: { label: MOTS.REALISEE, color: 'realisee' } },
  { cle: 'enCours', segment: { label: MOTS.EN_COURS, color: 'en-cours' } },
  { cle: 'enRetard', segment: { label: 'échéance dépassée', color: 'en-retard', hatch: true } },
  { cle: 'ecartees', segment: { label: `${MOTS.REPORTEE} ou ${MOTS.ABANDONNEE}`, color: 'neutral' } },
  { cle: 'aEngager', segment: { label: MOTS.A_ENGAGER, color: 'line-strong' } },
  { cle: 'aPreciser', segment: { label: MOTS.A_PRECISER, color: 'a-engager' } },
]

const listSegments = (progression: Progression): Segment[] =>
  PARTS.map(({ cle, segment }) => ({ ...segment, value: progression[cle] })).filter(({ value }) => value > 0)

function LigneAxe({ axe, niveau, avecBarres, href }: { axe: Axe; niveau: string; avecBarres: boolean; href: string }) {
  const { numero, titre, absence, progression } = axe
  return (
    <tr>
      <Th scope="row">
        <Link className="link-quiet" href={href}>
          {numero ? (
            <>
              <b>{`${niveau} ${numero}`}</b>{' '}
            </>
          ) : null}
          {titre}
        </Link>
        {absence ? <span className="block text-xs text-muted print:hidden">{absence}</span> : null}
      </Th>
      {avecBarres ? (
        <Td className="w-1/4 align-middle!">
          {progression.total > 0 ? <StackedBar segments={listSegments(progression)} /> : null}
        </Td>
      ) : null}
      <Td num className="whitespace-nowrap">
        {progression.total > 0 ? `${progression.realisees} sur ${progression.total}` : 'aucune fiche'}
      </Td>
    </tr>
  )
}

function Axes({ plan, progression, base }: { plan: Plan; progression: Progression; base: string }) {
  const avecBarres = progression.total > 0
  const parts = PARTS.filter(({ cle }) => progression[cle] > 0)
  return (
    <div className="@container">
      <Table caption={`Avancement par ${plan.niveau.toLowerCase()}`} dense className="copil-table">
        <thead className="visually-hidden">
          <tr>
            <Th>{plan.niveau}</Th>
            {avecBarres ? <Th>Avancement</Th> : null}
            <Th num>Réalisées</Th>
          </tr>
        </thead>
        <tbody>
          {plan.axes.map((axe) => (
            <LigneAxe
              key={axe.ref}
              axe={axe}
              niveau={plan.niveau}
              avecBarres={avecBarres}
              href={`${base}/plan-action?axe=${axe.ref}`}
            />
          ))}
        </tbody>
      </Table>
      {parts.length > 0 ? (
        <div className="mt-2">
          <Legend
            items={parts.map(({ segment: { label, color, hatch } }) => ({
              label,
              color,
              shape: hatch ? 'hachures' : 'carre',
            }))}
          />
        </div>
      ) : null}
    </div>
  )
}

/** Progress of the plan by axe of its first level, or why there is no plan to follow. */
export function AvancementCopil({ plan, base }: { plan: Plan; base: string }) {
  const { niveau, phrase, progression } = plan
  if (progression === null) {
    return (
      <Panneau
        titre={
          <Link className="link-quiet" href={`${base}/plan-action`}>
            Plan d’action
          </Link>
        }
      >
        <EmptyState titre="Aucun plan d’action connu" pourquoi={phrase} />
      </Panneau>
    )
  }
  return (
    <Panneau
      titre={
        <Link className="link-quiet" href={`${base}/plan-action`}>{`Avancement par ${niveau.toLowerCase()}`}</Link>
      }
      sousTitre={phrase}
    >
      <Axes plan={plan} progression={progression} base={base} />
    </Panneau>
  )
}
