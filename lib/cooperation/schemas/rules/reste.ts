/** What remains to share out, in one sentence read while typing. */
import { capitalise } from '@/lib/platform/mots'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import type { Equilibre, EtatSomme } from '../types/regles'

const deux = (centiemes: number): string => formatQuotite(Math.abs(centiemes), { deux: true })

/**
 * 'Il reste 0,10 ETP à répartir par commune et 0,20 ETP à répartir par thématique.' Parts not filled in are not
 * spoken of: nothing says that they must be.
 */
export function formatReste({ total, marges, evolution, croise }: Equilibre): string {
  if (total === null) return 'Indiquez le total convenu : les répartitions se comparent à lui.'
  const parts: [string, EtatSomme][] = [
    ['par commune', marges.PORTEUR],
    ['par thématique', marges.THEMATIQUE],
  ]
  const autres: [string, EtatSomme][] = [
    ['l’existant et les développements', evolution],
    ['le tableau croisé', croise],
  ]
  const reste = parts
    .filter(([, { ecart }]) => ecart !== null && ecart < 0)
    .map(([ou, { ecart }]) => `${deux(ecart ?? 0)} ETP à répartir ${ou}`)
  const trop = parts
    .filter(([, { ecart }]) => ecart !== null && ecart > 0)
    .map(([ou, { ecart }]) => `${deux(ecart ?? 0)} ETP de trop ${ou}`)
  const ecarts = autres
    .filter(([, { ecart }]) => ecart !== null && ecart !== 0)
    .map(([quoi, { somme }]) =>
      `${quoi} font ${formatQuotite(somme, { deux: true })} ETP au lieu de ${deux(total)}`.replace(
        'croisé font',
        'croisé fait',
      ),
    )
  const phrases = [
    ...(reste.length > 0 ? [`Il reste ${formatListe(reste)}.`] : []),
    ...(trop.length > 0 ? [`Il y a ${formatListe(trop)}.`] : []),
    ...ecarts.map((phrase) => `${capitalise(phrase)}.`),
    ...croise.ecarts
      .slice(0, 3)
      .map(
        ({ libelle, somme, quotite }) =>
          `« ${libelle} » : ${deux(somme)} dans le tableau croisé, ${deux(quotite)} dans la répartition.`,
      ),
  ]
  if (phrases.length > 0) return phrases.join(' ')
  return parts.some(([, { renseignee }]) => renseignee) || evolution.renseignee
    ? 'Rien ne reste à répartir : les sommes sont égales au total convenu.'
    : `Aucune répartition n’est saisie : ${deux(total)} ETP sont convenus.`
}
