import type { Pool } from 'pg'
import { Prisma } from '@/lib/generated/prisma/client'
import type { InstanceSuivie } from '@/lib/gouvernance/frequence/types'
import type { Chiffre } from '@/lib/pilotage/situation/rules/chiffres'
import type { Situation } from '@/lib/pilotage/situation/types/situation'
import type { DateCivile } from '@/lib/platform/dates'
import { withConvention, type OpenConvention } from './access'
import { readFrame } from './frame'
import { escape, list, page } from './html'

const writeFigure = ({ valeur, mention }: Chiffre) =>
  `<div><b>${escape(valeur)}</b> <i>${escape(mention.texte)}</i></div>`

const writeInstance = ({ nom, regle, phrase, etat, reunions }: InstanceSuivie) =>
  `<tr><th>${escape(nom)}</th><td>${escape(regle)}</td><td>${escape(etat)}</td><td>${escape(phrase)}</td><td>${list(reunions, (reunion) => `<i class="${reunion.etat}">${reunion.date}</i>`)}</td></tr>`

async function writeDashboard(open: OpenConvention, today: DateCivile): Promise<string> {
  const { read, acces, convention: ouverte } = open
  const frame = await readFrame(open, today)
  const [row] = await read<{ contenu: string | null }>(
    Prisma.sql`SELECT app.lire_situation(${ouverte.id}, ${today}::date) AS contenu`,
  )
  if (!row?.contenu) throw new Error('the application is asked first: it keeps the situation')
  const { convention, chiffres, instances, phrases, decisions, etp, plan, echeances, manques } = JSON.parse(
    row.contenu,
  ) as Situation
  return page(
    convention.nom,
    `${acces.acteur.nom}, ${frame.conventions} conventions`,
    frame.alerte,
    `<p>${escape(convention.phaseTexte)}, ${escape(convention.caf)}, ${list(convention.epcis, escape)}, ${convention.communes} communes</p>
     ${list(Object.values(phrases), (phrase) => `<p>${escape(phrase)}</p>`)}
     ${list(Object.values(chiffres), writeFigure)}<table>${list(instances, writeInstance)}</table>
     <ul>${list([...decisions.inscrites, ...decisions.autres], ({ texte, instance, date }) => `<li>${escape(texte)} (${escape(instance)}, ${date})</li>`)}</ul>
     <p>${escape(etp?.phrase)}</p><table>${list(etp?.lignes ?? [], ({ libelle, quotite }) => `<tr><th>${escape(libelle)}</th><td>${quotite}</td></tr>`)}</table>
     <p>${escape(plan?.phrase)}</p><table>${list(plan?.axes ?? [], ({ numero, titre, progression }) => `<tr><th>${escape(numero)} ${escape(titre)}</th><td>${Object.values(progression).join('</td><td>')}</td></tr>`)}</table>
     <ul>${list(echeances, (echeance) => `<li>${escape(Object.values(echeance).join(' '))}</li>`)}</ul>
     <ul>${list(manques.lacunes, ([sujet, raison]) => `<li>${escape(sujet)}: ${escape(raison)}</li>`)}${list(manques.premieres, (raison) => `<li>${escape(raison)}</li>`)}</ul>`,
  )
}

/** The COPIL dashboard of one convention. */
export const showDashboard = (pool: Pool, secret: string, slug: string, today: DateCivile): Promise<string> =>
  withConvention(pool, { secret, operation: 'convention.lire', slug }, (open) => writeDashboard(open, today))
