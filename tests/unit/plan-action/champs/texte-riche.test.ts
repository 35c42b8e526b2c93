import { startProcesseur } from '@/tests/unit/processeur'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Texte } from '@/components/plan-action/champs/texte'
import {
  insertLien,
  readAdresse,
  toggleGras,
  toggleListe,
  type Remplacement,
  type Selection,
} from '@/components/plan-action/champs/texte-riche/gestes'
import {
  readAdresseSure,
  readLigne,
  readTexte,
  type Bloc,
  type Inline,
} from '@/components/plan-action/champs/texte-riche/lire'
import { listDossiers } from '@/prisma/seed'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const show = (texte: string) => renderToStaticMarkup(createElement(Texte, { texte }))
const listInlines = (blocs: Bloc[]): Inline[] =>
  blocs.flatMap((bloc) => (bloc.genre === 'LISTE' ? bloc.lignes.flatMap(({ contenu }) => contenu) : bloc.contenu))
const toMots = (inlines: Inline[]): string =>
  inlines.map((inline) => (inline.genre === 'TEXTE' ? inline.texte : toMots(inline.contenu))).join('')
/** As it reads, with the addresses of links where they were written. */
const toEcrit = (inlines: Inline[]): string =>
  inlines
    .map((inline) =>
      inline.genre === 'TEXTE'
        ? inline.texte
        : inline.genre === 'LIEN'
          ? `[${toEcrit(inline.contenu)}](${inline.adresse})`
          : toEcrit(inline.contenu),
    )
    .join('')
const ecritDe = (bloc: Bloc): string[] =>
  bloc.genre === 'LISTE' ? bloc.lignes.map(({ contenu }) => toEcrit(contenu)) : [toEcrit(bloc.contenu)]
const lignesDe = (bloc: Bloc): string[] =>
  bloc.genre === 'LISTE' ? bloc.lignes.map(({ contenu }) => toMots(contenu)) : [toMots(bloc.contenu)]
const listMots = (texte: string): string[] => texte.match(/[\p{L}\p{N}]+/gu) ?? []
const listGenres = (inlines: Inline[]): string[] =>
  inlines.flatMap((inline) => (inline.genre === 'TEXTE' ? [] : [inline.genre, ...listGenres(inline.contenu)]))

/** Every text of a dossier, however deep. */
function listTextes(valeur: unknown): string[] {
  if (typeof valeur === 'string') return [valeur]
  return typeof valeur === 'object' && valeur !== null ? Object.values(valeur).flatMap(listTextes) : []
}

/** How a text read before there were any marks: its lines, those of a list without their mark. */
const listLignes = (texte: string): string[] =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter(Boolean)
    .map((ligne) => ligne.replace(/^[✓–•-]\s+/, ''))

describe('texts of the documents', () => {
  it('read as they are written: every line, every word, no mark made up', async () => {
    const textes = (await listDossiers()).flatMap(listTextes)
    expect(textes.length).toBeGreaterThan(2_000)
    for (const texte of textes) {
      const blocs = readTexte(texte)
      const lignes = blocs.flatMap(lignesDe)
      expect(lignes).toEqual(listLignes(texte))
      expect(listGenres(listInlines(blocs))).toEqual([])
    }
  })

  it.each([
    ['1. Premier\n2. Second', '<p class="break-words">1. Premier</p><p class="mt-1.5 break-words">2. Second</p>'],
    ['# Titre', '<p class="break-words"># Titre</p>'],
    ['> cité', '<p class="break-words">&gt; cité</p>'],
    ['---', '<p class="break-words">---</p>'],
    ['a * b * c *', '<p class="break-words">a * b * c *</p>'],
    ['`code` et *penché*', '<p class="break-words">`code` et *penché*</p>'],
    ['![image](https://exemple.fr/a.png)', '<p class="break-words">!<a href'],
    ['&amp; \\* &lt;', '<p class="break-words">&amp;amp; \\* &amp;lt;</p>'],
  ])('%j', (texte, html) => {
    expect(show(texte)).toContain(html)
  })
})

describe('marks', () => {
  it('bold, links and lists, and nothing else', () => {
    expect(show('Un **mot fort** et [la page](https://exemple.fr/a?b=1)')).toMatch(
      /^<p class="break-words">Un <strong>mot fort<\/strong> et <a href="https:\/\/exemple.fr\/a\?b=1" rel="noopener noreferrer">la page<svg.*aria-label=" \(autre site\)".*<\/a><\/p>$/,
    )
    expect(show('[écrire](mailto:a@exemple.fr)')).toBe(
      '<p class="break-words"><a href="mailto:a@exemple.fr" rel="noopener noreferrer">écrire</a></p>',
    )
    expect(readTexte('Avec\n- **un**\n- deux')).toMatchObject([
      { genre: 'PARAGRAPHE' },
      { genre: 'LISTE', lignes: [{ marque: '-', contenu: [{ genre: 'GRAS' }] }, { marque: '-' }] },
    ])
    expect(readLigne('***a***')).toEqual([
      { genre: 'TEXTE', texte: '*' },
      { genre: 'GRAS', contenu: [{ genre: 'TEXTE', texte: 'a' }] },
      { genre: 'TEXTE', texte: '*' },
    ])
    expect(readLigne('__a__ et **b**')).toEqual([
      { genre: 'TEXTE', texte: '__a__ et ' },
      { genre: 'GRAS', contenu: [{ genre: 'TEXTE', texte: 'b' }] },
    ])
  })

  it.each([
    '**un**deux',
    'un**deux**',
    '***é**é',
    'mot**é***',
    '3**4**',
    '**un**deux**trois**',
    '**[un](https://exemple.fr)**deux',
  ])('bold is of whole words: the stars of %s stay', (texte) => {
    expect(toMots(readLigne(texte))).toBe(texte.replace('[un](https://exemple.fr)', 'un'))
    expect(listGenres(readLigne(texte))).not.toContain('GRAS')
  })

  it('a word beside a mark of punctuation, or bold within bold, is bold', () => {
    expect(listGenres(readLigne('l’**habitat**, (**deux**) et « **trois** »'))).toEqual(['GRAS', 'GRAS', 'GRAS'])
    expect(toMots(readLigne('é****a****'))).toBe('é**a**')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    '//exemple.fr',
    '/portefeuille',
    'file:///etc/passwd',
    'java\nscript:x',
    'https:',
    'mailto:',
    '#a',
    '&#106;avascript:x',
  ])('an address that is none stays words: %s', (adresse) => {
    expect(readAdresseSure(adresse)).toBe(null)
    const html = show(`**[lien](${adresse})** <a href="${adresse}" onclick="x">b</a> <script>alert(1)</script>`)
    expect(html).not.toMatch(/<(a|script)\b/)
    expect(html).toContain('lien')
  })

  it('whatever is written, its words are all there, no tag but ours, no address but safe ones', PATIENT, () => {
    const morceau = fc.constantFrom(
      '*',
      '**',
      '***',
      '_',
      '__',
      '[',
      ']',
      '](',
      ')',
      '](https://exemple.fr)',
      '](javascript:x)',
      '<b>',
      '\\',
      '`',
      '\n',
      '- ',
      '• ',
      '# ',
      '> ',
      '1. ',
      ' ',
      '\t',
      '&lt;',
      '![',
      'mot',
      'é',
      '’',
      '\u00A0',
      '😀',
    )
    // Few and close together: marks meet words.
    const serre = fc.constantFrom(
      '*',
      '**',
      '***',
      '_',
      '[',
      '](https://exemple.fr)',
      'mot',
      'é',
      '1',
      ' ',
      '\n- ',
      '(',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(morceau, { maxLength: 40 }).map((morceaux) => morceaux.join('')),
          fc.array(serre, { maxLength: 12 }).map((morceaux) => morceaux.join('')),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
        ),
        (texte) => {
          const html = show(texte)
          expect(
            html
              .replace(/<svg.*?<\/svg>/g, '')
              .replace(
                /<\/?(p|ul|li|span|strong)\b[^<>]*>|<a href="(https?:\/\/|mailto:)[^"<>]*" rel="noopener noreferrer">|<\/a>/g,
                '',
              ),
          ).not.toMatch(/[<>]/)
          const blocs = readTexte(texte)
          // Every word, apart from its neighbours; those of an address as well.
          expect(listMots(blocs.flatMap(ecritDe).join('\n'))).toEqual(listMots(texte))
        },
      ),
      RUNS,
    )
  })

  it.each(['*[', '[', '**a', '![[', '*a_', '<', '](', '[a](', '**[', '_*', '- *[', '*[\n'])(
    '20 000 characters of %j are read in no time',
    (motif) => {
      const texte = motif.repeat(Math.ceil(20_000 / motif.length)).slice(0, 20_000)
      const readDuree = startProcesseur()
      show(texte)
      // Alone it takes some tens of milliseconds; a busy machine takes longer.
      expect(readDuree()).toBeLessThan(1_500)
    },
  )
})

describe('what the buttons write', () => {
  const apply = (selection: Selection, { de, a, par, debut, fin }: Remplacement): Selection => ({
    texte: selection.texte.slice(0, de) + par + selection.texte.slice(a),
    debut,
    fin,
  })
  const select = (texte: string): Selection => {
    const debut = texte.indexOf('|')
    const fin = texte.lastIndexOf('|')
    return { texte: texte.replaceAll('|', ''), debut, fin: fin === debut ? debut : fin - 1 }
  }
  const write = ({ texte, debut, fin }: Selection) =>
    `${texte.slice(0, debut)}|${debut === fin ? '' : `${texte.slice(debut, fin)}|`}${texte.slice(fin)}`

  it.each([
    ['un |mot| ici', 'un **|mot|** ici'],
    ['un **|mot|** ici', 'un |mot| ici'],
    ['un |mot |ici', 'un **|mot|** ici'],
    ['un |**mot**| ici', 'un |mot| ici'],
    ['un | ici', 'un **|** ici'],
    ['un m|o|t ici', 'un **|mot|** ici'],
    ['un mo|t| ici', 'un **|mot|** ici'],
    ['un mo|t ici', 'un **|mot|** ici'],
    ['un **m|o|t** ici', 'un |mot| ici'],
    ['l’|habi|tat', 'l’**|habitat|**'],
    ['|a-|b', '**|a-b|**'],
  ])('bold: %s', (avant, apres) => {
    const selection = select(avant)
    expect(write(apply(selection, toggleGras(selection)))).toBe(apres)
  })

  it('bold over several lines is bold line by line', () => {
    const selection = select('|un\n\ndeux|')
    expect(apply(selection, toggleGras(selection)).texte).toBe('**un**\n\n**deux**')
  })

  it('bold is read back as it was made, whatever is selected in a line', PATIENT, () => {
    const lettres = fc.array(fc.constantFrom('mot', 'é', 'e\u0301', '1', ' ', '’', '(', ')', ',', '😀', 'a-b'), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(
        lettres.map((morceaux) => Array.from(morceaux.join('').trim())),
        fc.nat(),
        fc.nat(),
        (ligne, a, b) => {
          // Nobody selects half an emoji.
          const [premier = 0, dernier = 0] = [a % (ligne.length + 1), b % (ligne.length + 1)].sort((x, y) => x - y)
          const placeDe = (rang: number) => ligne.slice(0, rang).join('').length
          const [texte, debut, fin] = [ligne.join(''), placeDe(premier), placeDe(dernier)]
          const selection = { texte, debut, fin }
          fc.pre(/[\p{L}\p{N}]/u.test(texte.slice(debut, fin)))
          const ecrit = apply(selection, toggleGras(selection)).texte
          expect(listGenres(readLigne(ecrit))).toEqual(['GRAS'])
          expect(toMots(readLigne(ecrit))).toBe(texte)
        },
      ),
      RUNS,
    )
  })

  it.each([
    ['un\nde|ux\ntrois', 'un\n- deux\ntrois'],
    ['|un\ndeux|\ntrois', '- un\n- deux\ntrois'],
    ['- un\n|- deux|', '- un\ndeux'],
    ['|', '- '],
  ])('list: %j', (avant, apres) => {
    const selection = select(avant)
    expect(apply(selection, toggleListe(selection)).texte).toBe(apres)
  })

  it('a link is read back as it was made', () => {
    const selection = select('voir |la [page]| ici')
    const { texte } = apply(selection, insertLien(selection, readAdresse('exemple.fr/a(b)') ?? ''))
    expect(texte).toBe('voir [la (page)](https://exemple.fr/a%28b%29) ici')
    expect(readLigne(texte)[1]).toMatchObject({ genre: 'LIEN', adresse: 'https://exemple.fr/a%28b%29' })
    expect(readAdresse('nom@exemple.fr')).toBe('mailto:nom@exemple.fr')
    for (const mauvaise of ['', 'deux mots', 'javascript:alert(1)', 'data:text/html,x'])
      expect(readAdresse(mauvaise)).toBe(null)
  })
})
