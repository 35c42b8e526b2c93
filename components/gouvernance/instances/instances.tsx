import { checkFiltre } from '@/lib/gouvernance/frequence/rules/resume'
import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/cx'
import { Link } from '@/components/ui/link'
import type { EntreeConvention, VueInstance } from '@/lib/gouvernance/instances/types/ecran'
import { capitalise } from '@/lib/platform/mots'
import { formatCompte } from '@/lib/platform/typographie'
import { EtatFrequence, Regle } from '@/components/gouvernance/frequence/etat'
import { PrevoirReunion } from '@/components/gouvernance/reunions/prevoir-reunion'
import { MotsDeLien } from '@/components/gouvernance/mots-sigles'

/** Planned, past and undeclared: where to look. */
function ADeclarer({ instance, base }: { instance: VueInstance; base: string }) {
  if (instance.aDeclarer === 0) return null
  return (
    <Link className="no-underline" href={`${base}/gouvernance/${instance.ref}?reunions=a-declarer#reunions`}>
      <Badge tone="warn">{formatCompte(instance.aDeclarer, 'réunion à déclarer', 'réunions à déclarer')}</Badge>
    </Link>
  )
}

/** Next and last meetings, and the day by which one is due. */
export function Dates({ instance }: { instance: VueInstance }) {
  const { prochaine, derniere, echeance, etat, nombreReunions } = instance
  const faits = [
    prochaine && `prochaine réunion : ${prochaine}`,
    derniere && `dernière tenue : ${derniere}`,
    echeance && checkFiltre(instance, 'a-traiter') && `à tenir d’ici le ${echeance}`,
    nombreReunions === 0 && etat !== 'NON_ENREGISTREE' && 'aucune réunion enregistrée',
  ].filter((fait) => typeof fait === 'string')
  const [premier = '', ...suite] = faits
  return faits.length === 0 ? null : <p className="text-sm text-muted">{[capitalise(premier), ...suite].join(' · ')}</p>
}

function Instance({
  instance,
  convention,
  peutEcrire,
}: {
  instance: VueInstance
  convention: EntreeConvention
  peutEcrire: boolean
}) {
  const base = `/conventions/${convention.slug}`
  const { nom, niveau, parent, etat, phrase, sansFrequence } = instance
  return (
    <li
      className={cx(
        'grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]',
        niveau > 0 && 'ms-3 border-s-2 border-s-line-strong ps-4 sm:ms-5',
      )}
    >
      <div className="min-w-0">
        <h3 className="text-base">
          <Link className="link-quiet" href={`${base}/gouvernance/${instance.ref}`}>
            <MotsDeLien texte={nom} />
          </Link>
        </h3>
        {niveau > 0 && parent ? <p className="text-sm text-muted">dans {parent.nom}</p> : null}
        <Regle instance={instance} base={base} />
      </div>
      <div className="grid min-w-0 content-start gap-1.5">
        <p className="flex flex-wrap items-center gap-2">
          <EtatFrequence etat={etat} />
          <ADeclarer instance={instance} base={base} />
        </p>
        <p>{sansFrequence ?? phrase}</p>
        <Dates instance={instance} />
      </div>
      {peutEcrire ? (
        <div className="no-print">
          <PrevoirReunion
            convention={convention}
            instances={[instance]}
            size="sm"
            label="Prévoir"
            nomAccessible={`Prévoir une réunion, ${nom}`}
          />
        </div>
      ) : null}
    </li>
  )
}

/** The instances, each with its rule in words and as written, its state and why. */
export function ListeInstances({
  instances,
  convention,
  peutEcrire,
}: {
  instances: readonly VueInstance[]
  convention: EntreeConvention
  peutEcrire: boolean
}) {
  return (
    <ul className="rows">
      {instances.map((instance) => (
        <Instance key={instance.id} instance={instance} convention={convention} peutEcrire={peutEcrire} />
      ))}
    </ul>
  )
}
