import 'server-only'
import { isCourrielConfigure, sendCourriel } from '@/lib/platform/serveur/courriel'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import { readEnv } from '@/lib/platform/env'
import { createSecret } from '@/lib/platform/identite/secret'

/** The message that carries a link by invitation. */

export type EnvoiInvitation = 'ENVOYE' | 'ECHEC' | 'SANS_SERVEUR' | 'SANS_ADRESSE'

const escape = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => `&#${signe.charCodeAt(0)};`)
const toLigne = (texte: string): string => texte.replace(/\s+/g, ' ').trim()

interface Invitation {
  nom: string
  email: string | null
  /** '/contribution/…' */
  chemin: string
  fiche: string
  dernierJour: DateCivile
  auteur: string
}

/** Sends the link when an address was given and messages can leave; the link is shown to who made it in every case. */
export async function sendInvitation({
  nom,
  email,
  chemin,
  fiche,
  dernierJour,
  auteur,
}: Invitation): Promise<EnvoiInvitation> {
  if (email === null) return 'SANS_ADRESSE'
  if (!isCourrielConfigure()) return 'SANS_SERVEUR'
  const adresse = (readEnv().NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
  const lien = `${adresse}${chemin}`
  const sujet = `Mettre à jour la fiche « ${toLigne(fiche)} »`
  const phrases = [
    `Bonjour ${toLigne(nom)},`,
    `${toLigne(auteur)} vous demande où en est la fiche « ${toLigne(fiche)} ». Ce lien l’ouvre, sans compte : vous proposez ce qui a changé, et la coordination l’accepte ou vous répond.`,
    `Ce lien est pour vous seul : ne le transmettez pas. Il ouvre cette fiche jusqu’au ${formatDate(dernierJour)}.`,
  ]
  const remise = await sendCourriel({
    id: `invitation-fiche.${createSecret().slice(0, 20)}@${new URL(adresse).hostname}`,
    destinataire: { nom, adresse: email },
    sujet,
    texte: [phrases[0], '', phrases[1], '', lien, '', phrases[2], ''].join('\n'),
    html: [
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(sujet)}</title></head><body>`,
      `<p>${escape(phrases[0] ?? '')}</p><p>${escape(phrases[1] ?? '')}</p><p><a href="${escape(lien)}">Ouvrir la fiche</a></p><p>${escape(phrases[2] ?? '')}</p></body></html>`,
    ].join('\n'),
    entetes: { 'Auto-Submitted': 'auto-generated' },
  })
  return remise.ok ? 'ENVOYE' : 'ECHEC'
}
