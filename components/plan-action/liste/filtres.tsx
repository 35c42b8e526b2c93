import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Input, Select, type Option } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { AUCUN, ENJEUX, PILOTE_A_DEFINIR } from '@/lib/plan-action/liste/words'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { ETATS_INDICATEURS } from '@/lib/plan-action/indicateurs/words'
import { buildHrefPlan } from '../adresses'
import { MOTS_STATUT } from '@/components/plan-action/champs/statuts'
import { formatChoix, formatPilote, MOTS_ENJEU } from './mots'
import { Presentation } from './presentation'

interface Props {
  vue: VuePlan
  slug: string
  filtres: FiltresPlan
}

const NOM_INDICATEURS = { renseignes: 'Indicateurs renseignés', attendus: 'Indicateurs attendus' } as const

/** Fields of the form; what else the address says goes with them. */
const CHAMPS = new Set(['q', 'axe', 'pilote', 'theme', 'commune', 'enjeu', 'page'])

/** What the address says beside the form, carried with it. */
function Gardes({ filtres }: { filtres: FiltresPlan }) {
  return Object.entries(filtres).map(([cle, valeur]) =>
    CHAMPS.has(cle) || valeur === undefined || (cle === 'annee' && !filtres.indicateurs) ? null : (
      <input key={cle} type="hidden" name={cle} value={valeur === true ? '1' : String(valeur)} />
    ),
  )
}

/** The state of the rows, as links with what each would leave. */
function Etats({ vue, slug, filtres }: Props) {
  const href = (changes: FiltresPlan) => buildHrefPlan(slug, { ...filtres, page: undefined, ...changes })
  const { parStatut, enRetard, aRediger, indicateurs } = vue.comptes
  return (
    <FilterChips label={MOTS_CHAMP.statut}>
      {STATUTS.filter((statut) => parStatut[statut] > 0 || filtres.statut === statut).map((statut) => (
        <FilterChip
          key={statut}
          href={href({ statut: filtres.statut === statut ? undefined : statut })}
          actif={filtres.statut === statut}
          count={parStatut[statut]}
        >
          {MOTS_STATUT[statut].label}
        </FilterChip>
      ))}
      {enRetard > 0 || filtres.retard ? (
        <FilterChip href={href({ retard: filtres.retard ? undefined : true })} actif={filtres.retard} count={enRetard}>
          En retard
        </FilterChip>
      ) : null}
      {aRediger > 0 || filtres.rediger ? (
        <FilterChip
          href={href({ rediger: filtres.rediger ? undefined : true })}
          actif={filtres.rediger}
          count={aRediger}
        >
          {MOTS_CHAMP.redaction}
        </FilterChip>
      ) : null}
      <FilterChip href={href({ silence: filtres.silence ? undefined : true })} actif={filtres.silence}>
        Sans nouvelle
      </FilterChip>
      {indicateurs > 0
        ? ETATS_INDICATEURS.map((etat) => (
            <FilterChip
              key={etat}
              href={href({ indicateurs: filtres.indicateurs === etat ? undefined : etat })}
              actif={filtres.indicateurs === etat}
            >
              {NOM_INDICATEURS[etat]} en {vue.annee}
            </FilterChip>
          ))
        : null}
    </FilterChips>
  )
}

/** Filters chosen in the form, each with its way out. */
function Choisis({ vue, slug, filtres }: Props) {
  const axe = vue.axes.find(({ ref }) => ref === filtres.axe)
  const choisis: { cle: keyof FiltresPlan; label: string }[] = [
    filtres.q && { cle: 'q' as const, label: `« ${filtres.q} »` },
    filtres.axe && {
      cle: 'axe' as const,
      label: axe ? [axe.numero, axe.titre].filter(Boolean).join(' – ') : filtres.axe,
    },
    filtres.pilote && { cle: 'pilote' as const, label: formatPilote(filtres.pilote) },
    filtres.theme && { cle: 'theme' as const, label: formatChoix(vue.choix.themes, filtres.theme, 'Sans thématique') },
    filtres.commune && {
      cle: 'commune' as const,
      label: formatChoix(vue.choix.communes, filtres.commune, 'Sans commune précisée'),
    },
    filtres.enjeu && { cle: 'enjeu' as const, label: MOTS_ENJEU[filtres.enjeu] },
  ].filter((choisi) => typeof choisi === 'object')
  if (choisis.length === 0) return null
  return (
    <FilterChips label="Filtres choisis">
      {choisis.map(({ cle, label }) => (
        <FilterChip key={cle} href={buildHrefPlan(slug, { ...filtres, page: undefined, [cle]: undefined })} actif>
          {label}
        </FilterChip>
      ))}
      <FilterChip href={buildHrefPlan(slug, { vue: filtres.vue, groupe: filtres.groupe, tri: filtres.tri })}>
        Tout effacer
      </FilterChip>
    </FilterChips>
  )
}

const listOptions = (choix: VuePlan['choix']['themes'], aucun: Option[]): Option[] => [
  ...choix.map(({ valeur, libelle, nombre }) => ({ value: valeur, label: `${libelle} (${nombre})` })),
  ...aucun,
]

/** Finer filters, folded until one is used. */
function PlusDeFiltres({ vue, filtres }: Omit<Props, 'slug'>) {
  const { themes, communes } = vue.choix
  return (
    <details open={Boolean(filtres.theme || filtres.commune || filtres.enjeu)}>
      <summary className="text-sm text-muted">Thématique, commune, enjeu de coordination</summary>
      <div className="form-row mt-3">
        <Select
          label="Thématique"
          name="theme"
          key={`theme-${filtres.theme ?? ''}`}
          defaultValue={filtres.theme ?? ''}
          vide="Toutes"
          options={listOptions(themes, [{ value: AUCUN, label: 'Sans thématique' }])}
        />
        <Select
          label="Commune"
          name="commune"
          key={`commune-${filtres.commune ?? ''}`}
          defaultValue={filtres.commune ?? ''}
          vide="Toutes"
          options={listOptions(communes, [{ value: AUCUN, label: 'Sans commune précisée' }])}
        />
        <Select
          label={MOTS_CHAMP.enjeuCoordination}
          name="enjeu"
          key={`enjeu-${filtres.enjeu ?? ''}`}
          defaultValue={filtres.enjeu ?? ''}
          vide="Tous"
          options={ENJEUX.map((enjeu) => ({
            value: enjeu,
            label: { oui: 'Oui', non: 'Non', inconnu: 'Inconnu' }[enjeu],
          }))}
        />
      </div>
    </details>
  )
}

/** Filters of the plan: links and one form, all in the address. */
export function FiltresDuPlan({ vue, slug, filtres }: Props) {
  const niveau = vue.plan?.niveaux[0] ?? 'Axe'
  const piloteOffert =
    !filtres.pilote ||
    filtres.pilote.startsWith('-') ||
    vue.choix.pilotes.some(({ valeur }) => valeur === filtres.pilote)
  return (
    <Panneau label="Filtres" className="no-print">
      <div className="grid gap-3">
        <Form action={`/conventions/${slug}/plan-action`} className="grid gap-3" scroll={false}>
          <Gardes filtres={filtres} />
          <div className="form-row">
            <Input
              label="Titre, pilote ou étape"
              name="q"
              type="search"
              defaultValue={filtres.q ?? ''}
              key={`q-${filtres.q ?? ''}`}
            />
            <Select
              label={niveau}
              name="axe"
              defaultValue={filtres.axe ?? ''}
              key={`axe-${filtres.axe ?? ''}`}
              vide="Tout le plan"
              options={vue.axes
                .filter(({ nombre }) => nombre > 0)
                .map((axe) => ({
                  value: axe.ref,
                  label: `${'\u00A0\u00A0'.repeat(axe.profondeur)}${axe.numero ? `${axe.numero} – ` : ''}${axe.titre} (${axe.nombre})`,
                }))}
            />
            <Select
              label="Pilote"
              name="pilote"
              defaultValue={filtres.pilote ?? ''}
              key={`pilote-${filtres.pilote ?? ''}`}
              vide="Tous"
              options={[
                ...(piloteOffert ? [] : [{ value: filtres.pilote ?? '', label: filtres.pilote ?? '' }]),
                ...listOptions(vue.choix.pilotes, [
                  { value: PILOTE_A_DEFINIR, label: 'Pilote à définir' },
                  { value: AUCUN, label: 'Sans pilote' },
                ]),
              ]}
            />
            <Button type="submit" className="self-end justify-self-start">
              Filtrer
            </Button>
          </div>
          <PlusDeFiltres vue={vue} filtres={filtres} />
        </Form>
        <Etats vue={vue} slug={slug} filtres={filtres} />
        <Choisis vue={vue} slug={slug} filtres={filtres} />
        <Presentation slug={slug} filtres={filtres} niveau={niveau} vues={vue.vues} />
      </div>
    </Panneau>
  )
}
