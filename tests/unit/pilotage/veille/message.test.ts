import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEntete } from '@/lib/platform/serveur/courriel'
import { buildMessage, formatHtml, formatTexte } from '@/lib/pilotage/veille/rules/message'
import type { Signal } from '@/lib/pilotage/veille/rules/signaux'

const PIED = {
  frequence: 'chaque lundi',
  reglage: 'https://ctg.example/compte/veille',
  arret: 'https://ctg.example/veille/arret/1.x',
}
const signal = (champs: Partial<Signal> = {}): Signal => ({
  cle: 'instance:4:EN_DEFAUT:2026-01-01',
  gravite: 'RETARD',
  sujet: 'COPIL',
  objet: 'Comité de pilotage',
  phrase: 'Aucune réunion tenue en 2026.',
  echeance: null,
  href: '/conventions/essai/gouvernance/copil',
  lecteurs: ['COORDINATION'],
  fiche: null,
  ...champs,
})
const nouvelles = (signaux: Signal[], reste = 0) => [
  { convention: { id: 1, slug: 'essai', nom: 'Vallée d’Essai' }, signaux, reste },
]

describe('the message', () => {
  it('says in its subject what matters', () => {
    expect(buildMessage('Camille', nouvelles([signal()]), 'https://ctg.example').sujet).toBe(
      'Vallée d’Essai\u00A0: Comité de pilotage, en retard',
    )
    expect(buildMessage('Camille', nouvelles([signal(), signal({ cle: 'b', gravite: 'A_FAIRE' })]), '').sujet).toBe(
      'Vallée d’Essai\u00A0: 1 en retard, 1 à faire',
    )
    expect(buildMessage('Camille', [...nouvelles([signal()]), ...nouvelles([signal()])], '').sujet).toBe(
      '2 conventions\u00A0: 2 en retard',
    )
    expect(buildMessage('Camille', nouvelles([signal({ objet: 'x'.repeat(200) })]), '').sujet).toBe(
      'Vallée d’Essai\u00A0: 1 en retard',
    )
  })

  it('reads as plain text, with absolute links and its foot', () => {
    const { texte } = buildMessage(
      'Camille',
      nouvelles([signal(), signal({ cle: 'b', gravite: 'A_FAIRE', objet: 'Mandats' })], 2),
      'https://ctg.example',
    )
    expect(formatTexte(texte, PIED).split('\n')).toEqual([
      'Bonjour Camille,',
      '',
      '2 points nouveaux dans vos conventions (Vallée d’Essai). Ce qui vous a déjà été dit n’est pas répété.',
      '',
      'Vallée d’Essai',
      '==============',
      '',
      'En retard',
      '---------',
      '* Comité de pilotage',
      '  Aucune réunion tenue en 2026.',
      '  https://ctg.example/conventions/essai/gouvernance/copil',
      '',
      'À faire',
      '-------',
      '* Mandats',
      '  Aucune réunion tenue en 2026.',
      '  https://ctg.example/conventions/essai/gouvernance/copil',
      '',
      '2 autres points attendent dans Copilote CTG.',
      '',
      '-- ',
      'Vous recevez ce message chaque lundi, s’il y a du nouveau.',
      'Changer la fréquence\u00A0: https://ctg.example/compte/veille',
      'Ne plus recevoir ces messages\u00A0: https://ctg.example/veille/arret/1.x',
      '',
    ])
  })

  it('says the same in HTML, with titles, lists and links that say where they lead', () => {
    const { sujet, texte } = buildMessage('Camille', nouvelles([signal()]), 'https://ctg.example')
    const html = formatHtml(sujet, texte, PIED)
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('<h2>Vall&#233;e'.replace('&#233;', 'é'))
    expect(html).toContain(
      '<h3>En retard</h3>\n<ul><li><a href="https://ctg.example/conventions/essai/gouvernance/copil">Comité de pilotage</a><br>Aucune réunion tenue en 2026.</li></ul>',
    )
    expect(html).toContain('<a href="https://ctg.example/veille/arret/1.x">Ne plus recevoir ces messages</a>')
    expect(html.match(/<h1>/g)).toHaveLength(1)
  })

  it('lets nothing that was typed become HTML, a line or a header of its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (nom, objet, phrase) => {
        const { sujet, texte } = buildMessage(
          nom,
          nouvelles([signal({ objet: `<b>${objet}\r\nBcc: x`, phrase: `"><script>${phrase}` })]),
          'https://ctg.example',
        )
        expect(sujet).not.toMatch(/[\r\n]/)
        expect(formatEntete(sujet)).not.toMatch(/[\p{Cc}]/u)
        const html = formatHtml(sujet, texte, PIED)
        expect(html).not.toMatch(/<(script|b>)/)
        expect(html.match(/<li>/g)).toHaveLength(1)
        expect(texte.split('\n')).toHaveLength(12)
      }),
    )
  })
})
