import { createIndicateur, removeIndicateur, updateIndicateur } from '@/lib/plan-action/indicateurs/actions/indicateur'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import { cancelMesure, validateMesure } from '@/lib/plan-action/mesures/actions/proposition'
import { createPartiesIndicateur } from '@/lib/plan-action/indicateurs/actions/scission'
import type { SaisieIndicateur } from '@/lib/plan-action/indicateurs/schema'
import type { Monde } from './monde'

const convention = 'demonstration'

const definition: SaisieIndicateur = {
  libelle: 'Nombre de rencontres',
  note: 'Comptées par la coordination',
  nature: 'NOMBRE',
  unite: 'rencontres',
  sens: 'hausse',
  reference: '3',
  referenceTexte: '',
  cible: '',
  cibles: [],
  frequence: 'ANNUELLE',
  fournisseur: 'La coordination',
  source: '',
  confirmation: null,
  ventilation: '',
  ventilationGenre: null,
  ventiles: [],
  evolution: false,
}

/** Indicators are defined, split, measured by part and by year; values are proposed by one side, kept or not by the other. */
export async function liveIndicateurs({ as, find, jour, gens: { coordination, conseillere } }: Monde): Promise<void> {
  const fiche = await find<number>(
    `SELECT min(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1`,
    [convention],
  )
  const add = async (reste: Partial<SaisieIndicateur> = {}) =>
    (
      await as(coordination, () =>
        createIndicateur({ convention, ficheVisee: fiche, etape: null, definition: { ...definition, ...reste } }),
      )
    ).id
  const annee = Number(jour(0).slice(0, 4))
  const write = (qui: string, indicateur: number, periode: string, valeur: string, reste: object = {}, motif = '') =>
    as(qui, () =>
      recordMesures({
        convention,
        fiche,
        motif,
        cellules: [{ indicateur, ventilation: null, periode, valeur, mesure: null, ...reste }],
      }),
    )
  const mesureDe = (indicateur: number) =>
    find<number>('SELECT max(id) AS v FROM mesure WHERE indicateur_id = $1', [indicateur])
  const organisme = await find<number>(
    `SELECT min(o.id) AS v FROM convention_organisme o JOIN convention c ON c.id = o.convention_id WHERE c.slug = $1`,
    [convention],
  )

  const simple = await add()
  await as(coordination, () =>
    updateIndicateur({
      convention,
      indicateur: simple,
      version: 0,
      definition: { ...definition, libelle: 'Nombre de rencontres avec les familles', unite: 'séances' },
    }),
  )
  await write(coordination, simple, String(annee - 1), '7', { accords: [organisme] })
  await write(coordination, simple, String(annee), '9')
  const corrigee = await mesureDe(simple)
  await write(coordination, simple, String(annee), '10', {
    mesure: { id: corrigee, version: await find<number>('SELECT version AS v FROM mesure WHERE id = $1', [corrigee]) },
  })

  const ventile = await add({
    libelle: 'Places par commune',
    ventilation: 'par commune',
    ventilationGenre: 'COMMUNE',
    ventiles: ['Témoin-le-Bourg', 'Saint-Exemple'],
  })
  await write(coordination, ventile, String(annee), '31', { ventilation: 'Témoin-le-Bourg' })
  await write(coordination, ventile, String(annee), '12', { ventilation: 'Saint-Exemple' })

  const scinde = await add({ libelle: 'Nombre et diversité des structures' })
  await as(coordination, () =>
    createPartiesIndicateur({
      convention,
      indicateur: scinde,
      version: 0,
      valeursVers: null,
      parties: [
        { libelle: 'Nombre de structures', nature: 'NOMBRE', unite: 'structures' },
        { libelle: 'Diversité', nature: 'QUALITATIF', unite: '' },
      ],
    }),
  )

  const confirme = await add({
    libelle: 'Dépenses constatées',
    nature: 'MONTANT',
    unite: '€',
    confirmation: 'CAF',
    reference: '',
  })
  await write(coordination, confirme, String(annee - 1), '18 000', {}, 'Relevé du comptable')
  await as(conseillere, async () => validateMesure({ convention, mesure: await mesureDe(confirme), version: 0 }))
  await write(coordination, confirme, String(annee - 2), '17 000', {}, 'Estimation')
  await as(conseillere, async () =>
    cancelMesure({
      convention,
      mesure: await mesureDe(confirme),
      version: 0,
      motif: 'Le décompte n’est pas celui de l’année.',
    }),
  )
  await write(coordination, confirme, String(annee), '19 500', {}, 'Provisoire')

  const retire = await add({ libelle: 'Écrit par erreur' })
  await as(coordination, () => removeIndicateur({ convention, indicateur: retire, version: 0 }))
}
