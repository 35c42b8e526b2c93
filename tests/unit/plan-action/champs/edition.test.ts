import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Brouillon } from '@/components/formulaire/brouillons'
import { createSender, type Action } from '@/components/formulaire/send'
import { createEdition, type Edition } from '@/components/plan-action/champs/edition'
import { mapTextes } from '@/lib/plan-action/champs/rules/catalogue'
import { computeFusion } from '@/lib/plan-action/champs/rules/fusion'
import type { ChangementsFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { ConflitFiche, FicheModifiee } from '@/lib/plan-action/fiche/types/edition'
import { echecs, succeed, type Resultat } from '@/lib/platform/resultat'

const vide: ValeursFiche = {
  ...mapTextes(() => null),
  numero: '1.1',
  titre: 'Titre',
  periode: { texte: null, debut: null, fin: null },
  statut: 'A_PRECISER',
  avancement: { valeur: null, motif: null },
  enjeuCoordination: null,
  redaction: { aRediger: false, motif: null, echeance: null, avenant: null },
  themes: [],
  communes: [],
  pilotages: [],
}

/** A server with one fiche, that may be cut off. */
function createServeur() {
  const serveur = {
    valeurs: { ...vide },
    coupe: false,
    envois: [] as ChangementsFiche[],
    rafraichis: 0,
    /** the next write is made, and its answer lost */
    perd: false,
    refus: null as Resultat<FicheModifiee, ConflitFiche> | null,
    stockage: new Map<string, Brouillon>(),
  }
  const write: Action<ChangementsFiche, FicheModifiee, ConflitFiche> = async (champs) => {
    if (serveur.coupe) throw new Error('offline')
    serveur.envois.push(champs)
    if (serveur.refus) return serveur.refus
    const { ecrits, conflits } = computeFusion(serveur.valeurs, champs)
    if (conflits.length > 0) {
      return echecs.conflit({
        conflits: conflits.map((champ) => ({
          champ,
          actuel: serveur.valeurs[champ],
          voulu: champs[champ]?.apres ?? null,
          auteur: 'Nour',
          instant: '2026-11-22 14:05',
        })),
      })
    }
    Object.assign(serveur.valeurs, ecrits)
    if (serveur.perd) {
      serveur.perd = false
      throw new Error('lost')
    }
    return succeed({ version: 1, champs: Object.keys(ecrits) as FicheModifiee['champs'], heure: '14:05' })
  }
  const send = createSender()
  const open = (valeurs: Partial<ValeursFiche> = { ...serveur.valeurs }): Edition =>
    createEdition(valeurs, {
      envoyer: (champs) => send(write, champs),
      brouillons: {
        read: (cle) => serveur.stockage.get(cle) ?? null,
        keep: (cle, brouillon) => void serveur.stockage.set(cle, { ...brouillon, instant: Date.now() }),
        forget: (cle) => void serveur.stockage.delete(cle),
      },
      rafraichir: () => void serveur.rafraichis++,
    })
  return { serveur, open }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())
const pause = () => vi.advanceTimersByTimeAsync(2_000)

describe('edition', () => {
  it('saves a choice at once, a text at a pause, and says when', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    edition.edit('statut', 'EN_COURS')
    await vi.advanceTimersByTimeAsync(0)
    expect(serveur.valeurs.statut).toBe('EN_COURS')
    expect(edition.read().etat).toEqual({ state: 'saved', heure: '14\u00A0h\u00A005' })
    edition.edit('suivi', 'Le gr')
    edition.edit('suivi', 'Le groupe ')
    await vi.advanceTimersByTimeAsync(500)
    expect(serveur.envois).toHaveLength(1)
    await pause()
    expect(serveur.envois).toHaveLength(2)
    // The blank one is typing stays on the screen.
    expect(edition.read().valeurs.suivi).toBe('Le groupe ')
    expect(serveur.stockage.size).toBe(0)
  })

  it('undoes what was saved, once per stretch of typing', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    for (const suivi of ['Un', 'Un deux']) {
      edition.edit('suivi', suivi)
      await pause()
    }
    edition.edit('statut', 'REALISEE')
    await pause()
    expect([...edition.read().annules]).toEqual(['statut'])
    edition.undo()
    await pause()
    expect(serveur.valeurs).toMatchObject({ statut: 'A_PRECISER', suivi: 'Un deux' })
    expect([...edition.read().annules]).toEqual(['suivi'])
    edition.undo()
    await pause()
    expect(serveur.valeurs.suivi).toBe(null)
    expect(edition.read()).toMatchObject({ annulable: false })
  })

  it('keeps what is typed while the line is cut, sends it when it is back, and after a reload', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    serveur.coupe = true
    edition.edit('suivi', 'Écrit dans le train')
    await pause()
    expect(edition.read().etat).toMatchObject({
      state: 'error',
      message: expect.stringContaining('Connexion interrompue'),
    })
    expect(serveur.stockage.get('suivi')?.valeur).toBe('Écrit dans le train')
    const apres = open()
    apres.resume()
    expect(apres.read()).toMatchObject({
      valeurs: { suivi: 'Écrit dans le train' },
      retrouves: [{ champ: 'suivi', ancien: false }],
    })
    serveur.coupe = false
    await apres.save()
    expect(serveur.valeurs.suivi).toBe('Écrit dans le train')
    expect(serveur.stockage.size).toBe(0)
    expect(apres.read().retrouves).toEqual([])
  })

  it('recognises what it saved itself before the answer was lost, typed further meanwhile', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    serveur.perd = true
    edition.edit('suivi', 'Deux ateliers')
    await pause()
    serveur.coupe = true
    edition.edit('suivi', 'Deux ateliers tenus')
    await pause()
    serveur.coupe = false
    edition.edit('suivi', 'Deux ateliers tenus à Digne')
    await pause()
    expect(edition.read().conflit).toBe(null)
    expect(serveur.valeurs.suivi).toBe('Deux ateliers tenus à Digne')
    // Somebody else’s words are still shown.
    serveur.valeurs.suivi = 'Celle de Nour'
    edition.edit('suivi', 'La mienne')
    await pause()
    expect(edition.read().conflit?.conflits).toMatchObject([{ actuel: 'Celle de Nour' }])
  })

  it('asks before it saves a draft of another day', async () => {
    const { serveur, open } = createServeur()
    serveur.stockage.set('suivi', { valeur: 'Hier', depuis: null, instant: Date.now() - 86_400_000 })
    const edition = open()
    edition.resume()
    await pause()
    expect(serveur.envois).toEqual([])
    expect(edition.read()).toMatchObject({ valeurs: { suivi: 'Hier' }, retrouves: [{ ancien: true }] })
    edition.edit('suivi', 'Hier')
    await pause()
    expect(serveur.valeurs.suivi).toBe('Hier')
  })

  it('a draft typed over something that moved shows both versions', async () => {
    const { serveur, open } = createServeur()
    serveur.valeurs.suivi = 'Celle de Nour'
    serveur.stockage.set('suivi', { valeur: 'La mienne', depuis: null, instant: Date.now() })
    const edition = open()
    edition.resume()
    await pause()
    expect(edition.read().conflit).toMatchObject({
      conflits: [{ champ: 'suivi', actuel: 'Celle de Nour', auteur: 'Nour' }],
    })
  })

  it('shows both versions of one field, and saves the other fields without waiting', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    serveur.valeurs.suivi = 'Celle de Nour'
    edition.edit('suivi', 'La mienne')
    edition.edit('moyens', 'Un poste')
    await pause()
    expect(serveur.valeurs).toMatchObject({ suivi: 'Celle de Nour', moyens: 'Un poste' })
    expect(edition.read().conflit?.conflits).toHaveLength(1)
    // What one types while choosing is not lost, nor sent.
    edition.edit('suivi', 'La mienne, complétée')
    await pause()
    expect(serveur.valeurs.suivi).toBe('Celle de Nour')
    edition.settle('suivi', 'Celle de Nour. La mienne.')
    await pause()
    expect(serveur.valeurs.suivi).toBe('Celle de Nour. La mienne.')
    expect(edition.read().conflit).toBe(null)
    edition.undo()
    await pause()
    expect(serveur.valeurs.suivi).toBe('Celle de Nour')
  })

  it('keeping the other’s version writes nothing and reads the page again', async () => {
    const { serveur, open } = createServeur()
    const edition = open({ suivi: null })
    serveur.valeurs.suivi = 'Celle de Nour'
    edition.edit('suivi', 'La mienne')
    await pause()
    const envois = serveur.envois.length
    edition.settle('suivi', 'Celle de Nour')
    await pause()
    expect(serveur.envois).toHaveLength(envois)
    expect(serveur.rafraichis).toBe(1)
    expect(edition.read().valeurs.suivi).toBe('Celle de Nour')
  })

  it('a refused field waits with its message; the others are saved', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    serveur.refus = echecs.invalide([{ champ: 'champs.titre.apres', message: 'Donnez un titre à la fiche.' }])
    edition.edit('titre', '')
    edition.edit('moyens', 'Un poste')
    await vi.advanceTimersByTimeAsync(1_400)
    const partie = edition.save()
    serveur.refus = null
    serveur.envois = []
    await partie
    expect(edition.read()).toMatchObject({ valeurs: { titre: '' } })
    expect(serveur.valeurs).toMatchObject({ titre: vide.titre, moyens: 'Un poste' })
    expect(edition.read().erreurs).toEqual({ titre: 'Donnez un titre à la fiche.' })
  })

  it('a status that an instance decides of goes back, and says why', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    serveur.refus = echecs.regle('INSTANCE_DECIDE', 'Le comité de pilotage en décide.')
    edition.edit('statut', 'REPORTEE')
    await pause()
    expect(edition.read()).toMatchObject({
      valeurs: { statut: 'A_PRECISER' },
      erreurs: { statut: 'Le comité de pilotage en décide.' },
    })
  })

  it('takes what the page brings, except over what is being typed', async () => {
    const { open } = createServeur()
    const edition = open()
    edition.edit('suivi', 'La mienne')
    edition.receive({ suivi: 'Celle de Nour', moyens: 'Deux postes' })
    expect(edition.read().valeurs).toMatchObject({ suivi: 'La mienne', moyens: 'Deux postes' })
  })

  it('words already saved give way to what somebody else wrote after', async () => {
    const { serveur, open } = createServeur()
    const edition = open()
    edition.edit('suivi', 'La mienne ')
    await pause()
    serveur.valeurs.suivi = 'Celle de Nour'
    edition.receive({ suivi: 'Celle de Nour' })
    await edition.save()
    expect(edition.read().valeurs.suivi).toBe('Celle de Nour')
    expect(serveur.valeurs.suivi).toBe('Celle de Nour')
  })
})
