import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createEnvoi, type Suite } from '@/components/formulaire/envoi'
import { createCles, createSender, isReessayable, sendOnce, type Action } from '@/components/formulaire/send'
import { echecs, succeed, type Resultat } from '@/lib/platform/resultat'

interface Ligne {
  texte: string
  version?: number
}

/** A server that writes once per key, and a network that loses what it is told to lose. */
function createServeur() {
  const recus = new Map<string, { input: string; data: { id: number } }>()
  const ecrits: string[] = []
  const pertes: ('AVANT' | 'APRES')[] = []
  const action: Action<Ligne, { id: number }, { version: number }> = async (input, { cle } = { cle: 'sans' }) => {
    const perte = pertes.shift()
    if (perte === 'AVANT') throw new TypeError('Failed to fetch')
    const deja = recus.get(cle)
    let resultat: Resultat<{ id: number }> =
      deja && deja.input !== JSON.stringify(input)
        ? echecs.regle('DEJA_ENREGISTRE', 'déjà')
        : succeed(deja?.data ?? { id: ecrits.length + 1 })
    if (!deja) {
      ecrits.push(input.texte)
      recus.set(cle, { input: JSON.stringify(input), data: { id: ecrits.length } })
      resultat = succeed({ id: ecrits.length })
    }
    if (perte === 'APRES') throw new TypeError('Failed to fetch')
    return resultat
  }
  return { action, ecrits, pertes }
}

const suite = (
  onEcrit: (data: { id: number }) => void = () => undefined,
): Suite<Ligne, { id: number }, { version: number }> => ({ onEcrit, titre: 'La ligne n’est pas enregistrée' })

describe('sending once', () => {
  it('gives back what the action answers', async () => {
    expect(await sendOnce(async () => succeed(3), null, 'k')).toEqual({ ok: true, data: 3 })
    expect(await sendOnce(async () => echecs.introuvable(), null, 'k')).toMatchObject({ tag: 'INTROUVABLE' })
  })
  it('says that the connection was cut, whether the request fails or nothing comes back', async () => {
    expect(await sendOnce(() => Promise.reject(new TypeError('Failed to fetch')), null, 'k')).toMatchObject({
      ok: false,
      tag: 'COUPURE',
      message: expect.stringMatching(/saisie est toujours là/),
    })
    expect(await sendOnce((async () => undefined) as never, null, 'k')).toMatchObject({ tag: 'COUPURE' })
  })
  it('may be tried again as it is when nothing in it is to be changed', () => {
    expect([echecs.nonConnecte(), echecs.inattendu('x'), echecs.conflit(null)].map(isReessayable)).toEqual([
      true,
      true,
      true,
    ])
    expect(
      [
        echecs.invalide([]),
        echecs.regle('X', 'x'),
        echecs.conflit({ version: 1 }),
        echecs.interdit(),
        echecs.introuvable(),
      ].some(isReessayable),
    ).toBe(false)
  })
})

describe('the key of a sending', () => {
  it('is 16 random bytes, the same for one opened form until it is written', () => {
    const cles = createCles('FORMULAIRE')
    const cle = cles.take({ texte: 'a' })
    expect(cle).toMatch(/^[0-9a-f]{32}$/)
    expect(cles.take({ texte: 'b' })).toBe(cle)
    cles.renew()
    expect(cles.take({ texte: 'a' })).not.toBe(cle)
  })
  it('changes with the input where a version, or the gesture, guards the write', () => {
    for (const [genre, version] of [
      ['FORMULAIRE', { version: 1 }],
      ['GESTE', {}],
    ] as const) {
      const cles = createCles(genre)
      const cle = cles.take({ texte: 'a', ...version })
      expect(cles.take({ texte: 'a', ...version })).toBe(cle)
      expect(cles.take({ texte: 'b', ...version })).not.toBe(cle)
    }
  })
  it('of an addition does not change because the same form sent something else meanwhile', () => {
    const cles = createCles('FORMULAIRE')
    const cle = cles.take({ texte: 'a' })
    cles.take({ ligne: 1, version: 3 })
    expect(cles.take({ texte: 'a' })).toBe(cle)
  })
  it('tells two files apart', () => {
    const cles = createCles('GESTE')
    const cle = cles.take({ fichier: new File(['a'], 'a.csv', { lastModified: 1 }) })
    expect(cles.take({ fichier: new File(['a'], 'b.csv', { lastModified: 1 }) })).not.toBe(cle)
  })
})

describe('a form', () => {
  it('does nothing on a second press while the first is on its way', async () => {
    const { action, ecrits } = createServeur()
    const envoi = createEnvoi<{ version: number }>('GESTE')
    const ecrit = vi.fn()
    await Promise.all([
      envoi.send(action, { texte: 'a' }, suite(ecrit)),
      envoi.send(action, { texte: 'b' }, suite(ecrit)),
    ])
    expect(ecrits).toEqual(['a'])
    expect(ecrit).toHaveBeenCalledTimes(1)
  })

  it.each(['AVANT', 'APRES'] as const)(
    'sends the very same again when the connection was cut %s the write, and is written once',
    async (perte) => {
      const { action, ecrits, pertes } = createServeur()
      pertes.push(perte, perte)
      const envoi = createEnvoi<{ version: number }>('FORMULAIRE')
      const ecrit = vi.fn()
      await envoi.send(action, { texte: 'a' }, suite(ecrit))
      expect(envoi.read()).toMatchObject({
        enCours: false,
        refus: { tag: 'COUPURE' },
        titre: 'La ligne n’est pas enregistrée',
      })
      await envoi.retry()
      expect(envoi.read().refus).toMatchObject({ tag: 'COUPURE' })
      await envoi.retry()
      expect(ecrits).toEqual(['a'])
      expect(ecrit).toHaveBeenCalledExactlyOnceWith({ id: 1 })
      expect(envoi.read()).toEqual({ enCours: false, refus: null, conflit: null, titre: undefined, erreurs: [] })
      // Written: there is nothing left to send again.
      await envoi.retry()
      expect(ecrit).toHaveBeenCalledTimes(1)
    },
  )

  it('that adds, corrected after a lost answer, is told so and adds nothing', async () => {
    const { action, ecrits, pertes } = createServeur()
    pertes.push('APRES')
    const envoi = createEnvoi<{ version: number }>('FORMULAIRE')
    await envoi.send(action, { texte: 'a' }, suite())
    await envoi.send(action, { texte: 'b' }, suite())
    expect(envoi.read().refus).toMatchObject({ tag: 'REGLE', code: 'DEJA_ENREGISTRE' })
    expect(ecrits).toEqual(['a'])
  })

  it('resends over what somebody else saved when it leaves this part unchanged, and asks otherwise', async () => {
    const vus: Ligne[] = []
    const action: Action<Ligne, { id: number }, { version: number }> = async (input) => {
      vus.push(input)
      return input.version === 2 ? succeed({ id: 1 }) : echecs.conflit({ version: 2 })
    }
    const envoi = createEnvoi<{ version: number }>('FORMULAIRE')
    await envoi.send(action, { texte: 'a', version: 1 }, { ...suite(), reprise: () => null })
    expect(envoi.read()).toMatchObject({
      refus: { tag: 'CONFLIT', actuel: { version: 2 } },
      titre: 'Quelqu’un a enregistré entre-temps',
    })
    await envoi.send(
      action,
      { texte: 'a', version: 1 },
      { ...suite(), reprise: ({ version }, input) => ({ ...input, version }) },
    )
    expect(envoi.read().refus).toBeNull()
    expect(vus.map(({ version }) => version)).toEqual([1, 1, 2])
  })

  it('titles a stale version as the form says', async () => {
    const envoi = createEnvoi<{ version: number }>('FORMULAIRE')
    const action: Action<Ligne, { id: number }, { version: number }> = async () => echecs.conflit({ version: 2 })
    await envoi.send(action, { texte: 'a', version: 1 }, { ...suite(), titreConflit: 'Le relevé a changé' })
    expect(envoi.read()).toMatchObject({ titre: 'Le relevé a changé', conflit: { version: 2 } })
  })

  it('names the fields as the form does, and the field that mends a rule', async () => {
    const envoi = createEnvoi<never>('FORMULAIRE')
    const lecture = {
      onEcrit: () => undefined,
      champ: (champ: string) => (champ === '' ? undefined : `decision-${champ}`),
      champRegle: ({ code }: { code: string }) => (code === 'DATE' ? 'date' : undefined),
    }
    await envoi.send(
      async () =>
        echecs.invalide([
          { champ: 'texte', message: 'vide' },
          { champ: '', message: 'ensemble' },
        ]),
      null,
      lecture,
    )
    expect(envoi.read()).toMatchObject({
      titre: undefined,
      erreurs: [
        { champ: 'decision-texte', message: 'vide' },
        { champ: undefined, message: 'ensemble' },
      ],
    })
    await envoi.send(async () => echecs.regle('DATE', 'trop tôt'), null, lecture)
    expect(envoi.read()).toMatchObject({
      titre: 'Rien n’est enregistré',
      erreurs: [{ champ: 'date', message: 'trop tôt' }],
    })
  })

  it('keeps what was sent when the session ended, and sends it again', async () => {
    let ouverte = false
    const envoi = createEnvoi<never>('FORMULAIRE')
    const ecrit = vi.fn()
    await envoi.send(async (texte: string) => (ouverte ? succeed(texte) : echecs.nonConnecte()), 'a', {
      onEcrit: ecrit,
    })
    expect(envoi.read()).toMatchObject({
      refus: { tag: 'NON_CONNECTE' },
      erreurs: [{ message: expect.stringMatching(/autre onglet/) }],
    })
    ouverte = true
    await envoi.retry()
    expect(ecrit).toHaveBeenCalledExactlyOnceWith('a')
  })
})

describe('what saves by itself', () => {
  it('writes each text once, whatever answers are lost and however often it sends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            texte: fc.constantFrom('a', 'b', 'c'),
            perte: fc.constantFrom(null, 'AVANT' as const, 'APRES' as const),
          }),
          { maxLength: 30 },
        ),
        async (envois) => {
          const { action, ecrits, pertes } = createServeur()
          const send = createSender()
          // A save is repeated until it is answered, as a queue does; what is written is then each text, once, in order.
          for (const { texte, perte } of envois) {
            if (perte) pertes.push(perte)
            while (!(await send(action, { texte })).ok);
          }
          expect(ecrits).toEqual(envois.map(({ texte }) => texte))
        },
      ),
    )
  })
})
