import type { Echec } from './resultat'

const STATUTS: Record<Echec['tag'], number> = {
  NON_CONNECTE: 401,
  INTROUVABLE: 404,
  INTERDIT: 403,
  INVALIDE: 400,
  REGLE: 409,
  CONFLIT: 409,
  INATTENDU: 500,
}

/** An expected failure as an answer to a program: its status, its tag, its sentence. */
export function formatEchec(echec: Echec): Response {
  const { tag, message } = echec
  return Response.json({ tag, message }, { status: STATUTS[tag], headers: { 'cache-control': 'no-store' } })
}
