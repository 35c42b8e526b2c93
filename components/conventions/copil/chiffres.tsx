import { Badge } from '@/components/ui/badge'
import { ChiffreCle, ChiffresCles } from '@/components/ui/chiffre-cle'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import type { Chiffre } from '@/lib/conventions/rules-copil'

function Figure({ libelle, chiffre, href }: { libelle: string; chiffre: Chiffre; href: string }) {
  const { valeur, suffixe, mention } = chiffre
  return <ChiffreCle libelle={libelle} valeur={valeur} suffixe={suffixe} href={href} badge={<Badge tone={mention.ton}>{mention.texte}</Badge>} />
}

/** Health in four figures, each leading to exactly the rows it counts. */
export function ChiffresCopil({ vue, base }: { vue: VueCopil; base: string }) {
  const { chiffres, annee, etp } = vue
  return (
    <ChiffresCles label="La convention en quatre chiffres">
      <Figure libelle="Instances conformes" chiffre={chiffres.instances} href={`${base}/gouvernance?etat=conformes`} />
      <Figure libelle="Actions réalisées" chiffre={chiffres.actions} href={`${base}/plan-action?statut=REALISEE`} />
      <Figure libelle={`Indicateurs renseignés en ${annee}`} chiffre={chiffres.indicateurs} href={`${base}/plan-action?indicateurs=${annee}`} />
      <Figure libelle="ETP de coopération" chiffre={chiffres.etp} href={etp ? `${base}/etp?schema=${etp.ref}` : `${base}/etp`} />
    </ChiffresCles>
  )
}
