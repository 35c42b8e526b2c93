/** For the domain of the plan: its living plan in the form of a dossier. */
export { exportPlan } from './export-plan'
