import { createSender } from '@/components/formulaire/send'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import type { CelluleEnConflit, MesureCourante } from '@/lib/plan-action/mesures/types/mesure'
import type { RangeeGrille, VueGrille } from '@/lib/plan-action/mesures/types/grille'
import { formatMinuteParis } from '@/lib/platform/heures'
import { formatCompte } from '@/lib/platform/typographie'
import { checkTapee, cleCellule, keepGarde, nameCellule, readGarde, type Brouillon } from './brouillon-grille'

export interface EtatGrilleTapee {
  brouillon: Brouillon
  /** drafts one may go back to */
  pile: readonly Brouillon[]
  /** by cell */
  erreurs: Record<string, string>
  conflits: Record<string, CelluleEnConflit>
  resume: { champ?: string; message: string }[]
  /** what was just saved, with the cells that give back what was there */
  dernier: { heure: string; nombre: number; inverse: Brouillon } | null
  annonce: string
  motif: string
  envoi: boolean
  /** the device was read: cells answer */
  pret: boolean
}

/** A change of one cell, before it is put with the others. */
export interface Frappe {
  rangee: RangeeGrille
  fiche: number | null
  periode: string
  texte: string
}

function checkTout(brouillon: Brouillon): Record<string, string> {
  return Object.fromEntries(
    Object.entries(brouillon).flatMap(([cle, tapee]) => {
      const message = checkTapee(tapee)
      return message === undefined ? [] : [[cle, message]]
    }),
  )
}

function findCourante(vue: VueGrille, cle: string): MesureCourante | null {
  for (const rangee of vue.groupes.flatMap(({ rangees }) => rangees)) {
    for (const [periode, { courante }] of Object.entries(rangee.cellules))
      if (cleCellule(rangee, periode) === cle) return courante
  }
  return null
}

/** The draft of the grid: typed, pasted, taken back, kept on the device, saved at once, in conflict cell by cell. Knows no React. */
export function createGrille(depart: VueGrille, slug: string) {
  const garde = `${depart.personne}:${slug}`
  const abonnes = new Set<() => void>()
  const envoyer = createSender()
  let vue = depart
  let enCours: string | null = null
  let etat: EtatGrilleTapee = {
    brouillon: {},
    pile: [],
    erreurs: {},
    conflits: {},
    resume: [],
    dernier: null,
    annonce: '',
    motif: '',
    envoi: false,
    pret: false,
  }

  function update(champs: Partial<EtatGrilleTapee>): void {
    const avant = etat.brouillon
    etat = { ...etat, ...champs }
    if (etat.pret && etat.brouillon !== avant) keepGarde(garde, etat.brouillon)
    for (const abonne of abonnes) abonne()
  }

  /** The draft with these cells; one that says again what is saved leaves it. */
  function put(frappes: readonly Frappe[]): Brouillon {
    const apres = { ...etat.brouillon }
    for (const { rangee, fiche, periode, texte } of frappes) {
      const cle = cleCellule(rangee, periode)
      const courante = rangee.cellules[periode]?.courante ?? null
      const base = apres[cle] ? apres[cle].base : courante && { id: courante.id, version: courante.version }
      if (texte.trim() === (courante?.saisie ?? '') && base?.id === courante?.id && base?.version === courante?.version)
        delete apres[cle]
      else {
        apres[cle] = {
          indicateur: rangee.indicateur,
          ventilation: rangee.ventilation,
          periode,
          fiche,
          texte,
          base,
          nature: rangee.nature,
          unite: rangee.unite,
          sujet: `${rangee.libelle}, ${vue.colonnes.find((colonne) => colonne.cle === periode)?.libelle ?? periode}`,
          nom: nameCellule(rangee, periode),
          proposee: rangee.confirmation !== null,
        }
      }
    }
    return apres
  }

  /** Sends these cells, all or none; fiche by fiche for those who write the fiches they lead only. */
  async function send(cellules: Brouillon): Promise<Brouillon | null> {
    const entrees = Object.entries(cellules)
    const inverse: Brouillon = {}
    for (const fiche of vue.coordination ? [null] : new Set(entrees.map(([, tapee]) => tapee.fiche))) {
      const lot = vue.coordination ? entrees : entrees.filter(([, tapee]) => tapee.fiche === fiche)
      const issue = await envoyer(recordMesures, {
        convention: slug,
        fiche,
        motif: etat.motif,
        cellules: lot.map(([, { indicateur, ventilation, periode, texte, base, source }]) => ({
          indicateur,
          ventilation,
          periode,
          valeur: texte.trim(),
          mesure: base,
          ...(source === undefined ? {} : { source }),
        })),
      })
      if (issue.ok) {
        for (const { rang, mesure } of issue.data.cellules) {
          const [cle, tapee] = lot[rang] ?? []
          if (!cle || !tapee) continue
          const avant = findCourante(vue, cle)
          inverse[cle] = {
            ...tapee,
            texte: avant?.saisie ?? '',
            base: mesure && { id: mesure.id, version: mesure.version },
            ...(avant ? { source: avant.source ?? '' } : {}),
          }
        }
      } else if (issue.tag === 'CONFLIT') {
        const conflits = (issue.actuel?.cellules ?? []).flatMap((conflit) =>
          lot[conflit.rang] ? [[lot[conflit.rang]?.[0] ?? '', conflit] as const] : [],
        )
        update({
          conflits: Object.fromEntries(conflits),
          resume:
            conflits.length > 0
              ? conflits.map(([cle]) => ({
                  champ: cellules[cle]?.nom,
                  message: `${cellules[cle]?.sujet} : enregistré entre-temps par quelqu’un d’autre.`,
                }))
              : [{ message: issue.message }],
        })
        return null
      } else {
        refuse(issue.tag === 'INVALIDE' ? issue.champs : [{ champ: '', message: issue.message }], lot)
        return null
      }
    }
    return inverse
  }

  /** What the server refused, each error at its cell. */
  function refuse(
    champs: readonly { champ: string; message: string }[],
    lot: readonly (readonly [string, Brouillon[string]])[],
  ): void {
    const trouvees = champs.map(({ champ, message }) => ({
      cellule: lot[Number(/^cellules\.(\d+)/.exec(champ)?.[1] ?? NaN)],
      champ,
      message,
    }))
    update({
      erreurs: Object.fromEntries(trouvees.flatMap(({ cellule, message }) => (cellule ? [[cellule[0], message]] : []))),
      resume: trouvees.map(({ cellule, champ, message }) =>
        cellule
          ? { champ: cellule[1].nom, message: `${cellule[1].sujet} : ${message}` }
          : { champ: champ || undefined, message },
      ),
    })
  }

  return {
    subscribe: (abonne: () => void) => {
      abonnes.add(abonne)
      return () => abonnes.delete(abonne)
    },
    read: () => etat,
    /** What the page read anew. */
    receive: (recue: VueGrille) => void (vue = recue),
    /** Takes up what the device kept. */
    resume: () => {
      if (!etat.pret) update({ pret: true, brouillon: { ...readGarde(garde), ...etat.brouillon } })
    },
    /** One key in a cell: keys of the same cell are taken back together. */
    edit: (frappe: Frappe) => {
      const cle = cleCellule(frappe.rangee, frappe.periode)
      const { [cle]: _erreur, ...erreurs } = etat.erreurs
      update({
        brouillon: put([frappe]),
        erreurs,
        dernier: null,
        pile: enCours === cle ? etat.pile : [...etat.pile.slice(-49), etat.brouillon],
      })
      enCours = cle
    },
    /** One leaves a cell: what it says is checked there. */
    leave: (cle: string) => {
      enCours = null
      const tapee = etat.brouillon[cle]
      const message = tapee && checkTapee(tapee)
      if (message !== undefined) update({ erreurs: { ...etat.erreurs, [cle]: message } })
    },
    /** Many cells at once, from the clipboard: each is checked in its place. */
    paste: (frappes: readonly Frappe[], annonce: string) => {
      enCours = null
      const brouillon = put(frappes)
      update({
        brouillon,
        annonce,
        dernier: null,
        erreurs: checkTout(brouillon),
        pile: [...etat.pile.slice(-49), etat.brouillon],
      })
    },
    undo: () => {
      const avant = etat.pile.at(-1)
      enCours = null
      if (avant)
        update({
          brouillon: avant,
          pile: etat.pile.slice(0, -1),
          erreurs: checkTout(avant),
          resume: [],
          annonce: 'Dernière saisie annulée.',
        })
    },
    forget: () =>
      update({
        pile: [...etat.pile, etat.brouillon],
        brouillon: {},
        erreurs: {},
        conflits: {},
        resume: [],
        annonce: 'Saisie abandonnée.',
      }),
    setMotif: (motif: string) => update({ motif }),
    /** Whose value stays, in a cell that somebody else changed. */
    settle: (cle: string, mienne: boolean) => {
      const { [cle]: conflit, ...conflits } = etat.conflits
      const { [cle]: tapee, ...autres } = etat.brouillon
      const base = conflit?.actuelle ? { id: conflit.actuelle.id, version: conflit.actuelle.version } : null
      update({ conflits, resume: [], brouillon: tapee && mienne ? { ...autres, [cle]: { ...tapee, base } } : autres })
    },
    save: async () => {
      if (etat.envoi) return
      const erreurs = checkTout(etat.brouillon)
      const resume: EtatGrilleTapee['resume'] = Object.entries(erreurs).map(([cle, message]) => ({
        champ: etat.brouillon[cle]?.nom,
        message: `${etat.brouillon[cle]?.sujet} : ${message}`,
      }))
      if (
        resume.length === 0 &&
        etat.motif.trim() === '' &&
        Object.values(etat.brouillon).some(({ proposee, texte }) => proposee && texte.trim() !== '')
      ) {
        resume.push({
          champ: 'motif',
          message: 'Dites pourquoi vous proposez ces valeurs : l’autre partie les confirmera.',
        })
      }
      if (resume.length > 0 || Object.keys(etat.conflits).length > 0)
        return update({ erreurs, resume: resume.length > 0 ? resume : [...etat.resume] })
      const nombre = Object.keys(etat.brouillon).length
      update({ erreurs, envoi: true })
      const inverse = await send(etat.brouillon)
      if (inverse)
        update({
          brouillon: {},
          pile: [],
          resume: [],
          motif: '',
          dernier: { heure: formatMinuteParis(new Date()), nombre, inverse },
          annonce: '',
        })
      update({ envoi: false })
    },
    /** Gives back what was there before the last saving. */
    takeBack: async () => {
      const { dernier } = etat
      if (!dernier || etat.envoi) return
      update({ envoi: true })
      const fait = await send(dernier.inverse)
      update({
        envoi: false,
        ...(fait
          ? {
              dernier: null,
              annonce: `Enregistrement annulé : ${formatCompte(dernier.nombre, 'valeur')} comme avant.`,
            }
          : {}),
      })
    },
  }
}

export type Grille = ReturnType<typeof createGrille>
