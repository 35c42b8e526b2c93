import { Badge } from '@/components/ui/badge'
import { ChiffreCle, ChiffresCles } from '@/components/ui/mesure/chiffre-cle'
import type { EcranCopil } from './ecran'

/** The four figures. */
export function ChiffresCopil({ chiffres }: { chiffres: EcranCopil['chiffres'] }) {
  return (
    <ChiffresCles label="La convention en quatre chiffres">
      {chiffres.map(({ libelle, href, chiffre: { valeur, suffixe, mention, passe } }) => (
        <ChiffreCle
          key={libelle}
          libelle={libelle}
          valeur={valeur}
          suffixe={suffixe}
          href={href}
          badge={
            <>
              <Badge tone={mention.ton}>{mention.texte}</Badge>
              {passe ? <Badge tone={passe.ton}>{passe.texte}</Badge> : null}
            </>
          }
        />
      ))}
    </ChiffresCles>
  )
}
