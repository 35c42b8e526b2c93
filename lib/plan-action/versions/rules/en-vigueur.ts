/** Which plan of a convention is in force. Pure; in SQL the same is said by `app.plan_en_vigueur` (record 0041). */

/** The plan in force among the versions of one convention: the latest; undefined when there is none. */
export function findPlanEnVigueur<P extends { numeroVersion: number }>(plans: readonly P[]): P | undefined {
  return plans.reduce<P | undefined>(
    (dernier, plan) => (dernier === undefined || plan.numeroVersion > dernier.numeroVersion ? plan : dernier),
    undefined,
  )
}
