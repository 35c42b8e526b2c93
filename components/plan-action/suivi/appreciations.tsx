import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tokens'
import { Panneau } from '@/components/ui/flottant/panneau'
import { COTES, MOTS_NIVEAU, type Cote, type NiveauAppreciation } from '@/lib/plan-action/suivi/words/suivi'
import type { AppreciationVue, VieFicheVue } from '@/lib/plan-action/suivi/types/suivi'
import { MOTS_COTE } from '@/lib/competences/words'
import { formatDateCourte } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { Section } from '@/components/plan-action/champs/section'
import { Texte } from '@/components/plan-action/champs/texte'
import { SaisieAppreciation } from './saisie-appreciation'

const TONS: Record<NiveauAppreciation, Tone> = { COMME_PREVU: 'ok', VIGILANCE: 'warn', DIFFICULTE: 'bad' }

/** What one side says, in plain words. */
function Lecture({ appreciation, cote }: { appreciation: AppreciationVue | undefined; cote: Cote }) {
  if (!appreciation) return <p className="text-muted">{capitalise(MOTS_COTE[cote])} ne s’est pas encore prononcée.</p>
  const { niveau, texte, nom, le } = appreciation
  return (
    <div className="grid gap-1">
      <p>
        <Badge tone={TONS[niveau]}>{MOTS_NIVEAU[niveau]}</Badge>
      </p>
      {texte ? (
        <div className="[overflow-wrap:anywhere]">
          <Texte texte={texte} />
        </div>
      ) : null}
      <p className="text-sm text-muted">
        {nom}, le {formatDateCourte(le)}
      </p>
    </div>
  )
}

/** Two voices on a fiche, each written by its side; where they differ, it is said. */
export function Appreciations({ vie, convention, fiche }: { vie: VieFicheVue; convention: string; fiche: number }) {
  return (
    <Panneau titre="Comment la fiche avance" id="appreciations">
      <div className="grid gap-4">
        {vie.desaccord ? (
          <p className="text-sm">
            <Badge tone="warn">avis différents</Badge> {vie.desaccord}.
          </p>
        ) : null}
        {COTES.map((cote) => {
          const appreciation = vie.appreciations.find((une) => une.cote === cote)
          return (
            <Section
              key={cote}
              titre={capitalise(MOTS_COTE[cote])}
              niveau={3}
              modifiable={vie.cotes.includes(cote)}
              verbe={appreciation ? 'Modifier' : 'Donner son avis'}
              lecture={<Lecture appreciation={appreciation} cote={cote} />}
            >
              <SaisieAppreciation
                convention={convention}
                fiche={fiche}
                cote={cote}
                appreciation={appreciation ?? null}
              />
            </Section>
          )
        })}
      </div>
    </Panneau>
  )
}
