import { sur, type Exemples } from './exemple'

const serie = { rythme: 'MENSUEL_JOUR', rang: '1', jour: '2', debut: '2028-03-01', fin: '2028-05-31' }

export const exemplesCalendrier: Exemples = {
  getCalendrier: (convention) => ({ convention }),
  getReunionIcs: sur((convention, { reunionRef }) => ({ convention, reunion: reunionRef })),
  getFluxCalendrier: () => ({}),
  getAbonnement: () => ({}),
  createCalendrier: () => ({}),
  closeCalendrier: () => ({}),
  checkSerieProjet: sur((convention, { instance }) => ({ convention, serie: { instance, ...serie } })),
  planSerie: sur((convention, { instance }) => ({
    convention,
    instance,
    ...serie,
    dates: ['2028-03-07'],
    derogation: { motif: 'Année de renouvellement.' },
  })),
  cancelSerie: sur((convention, { serie: visee }) => ({
    convention,
    serie: visee,
    nombre: 1,
    motif: 'Le groupe change de rythme.',
    derogation: null,
  })),
}
