'use strict'
// Which versions of Node this product runs on. Written in the language of 2009 (ES5, CommonJS): it must be understood by
// every Node, since it is what tells an old one so, before anything newer is read. The range is `engines` of package.json.
var engines = require('../../package.json').engines.node

/** The version for production: it receives security fixes, and the tests run on it. */
var PRODUCTION = 24

/** Last day with security fixes of each version that has them for years (the odd ones end within months). */
var LAST_FIXES = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30' }

var MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

function readVersion(text) {
  var parts = text.replace(/^v/, '').split('.')
  return { major: Number(parts[0]), minor: Number(parts[1] || 0) }
}

/** Parts of a range such as '^20.19 || >=24'. Any other form of range is an error: nobody would know what it refuses. */
function readRange(range) {
  return range.split('||').map(function (part) {
    var match = /^(\^|>=)(\d+(?:\.\d+)?)$/.exec(part.trim())
    if (!match) throw new Error('engines.node of package.json: ' + range)
    var first = readVersion(match[2])
    return { major: first.major, minor: first.minor, open: match[1] === '>=' }
  })
}

function accepts(part, version) {
  if (version.major === part.major) return version.minor >= part.minor
  return part.open && version.major > part.major
}

function formatPart(part) {
  return part.open
    ? 'Node ' + part.major + ' ou plus récent'
    : 'Node ' + part.major + ' à partir de ' + part.major + '.' + part.minor
}

function formatDay(day) {
  return Number(day.slice(8)) + ' ' + MONTHS[Number(day.slice(5, 7)) - 1] + ' ' + day.slice(0, 4)
}

/**
 * Why this Node cannot run the product, and what to do; null when it can.
 * @param {string} version as in process.versions.node
 * @param {string} [range] default: `engines` of package.json
 * @returns {{ what: string, remedy: string } | null}
 */
function refuseNode(version, range) {
  var parts = readRange(range || engines)
  var read = readVersion(version)
  for (var i = 0; i < parts.length; i++) if (accepts(parts[i], read)) return null
  var oldest = parts[0]
  var tooOld = read.major < oldest.major || (read.major === oldest.major && read.minor < oldest.minor)
  return {
    what:
      'Node ' +
      version +
      (tooOld ? ' est trop ancien' : ' n’est pas pris en charge') +
      ' : il faut ' +
      parts.map(formatPart).join(', ou ') +
      '.',
    remedy: 'Installez Node ' + PRODUCTION + ' (la version pour la production), puis relancez la commande.',
  }
}

/**
 * What somebody should know who serves the product with a Node that can run it; null when there is nothing to say.
 * @param {string} version as in process.versions.node
 * @param {string} day YYYY-MM-DD
 * @returns {string | null}
 */
function warnNode(version, day) {
  var major = readVersion(version).major
  var last = LAST_FIXES[major]
  var production = LAST_FIXES[PRODUCTION] < day ? 'une version qui en reçoit' : 'Node ' + PRODUCTION
  if (last && last < day)
    return (
      'Node ' +
      major +
      ' ne reçoit plus de correctifs de sécurité depuis le ' +
      formatDay(last) +
      ' : il suffit pour un essai ; pour la production, installez ' +
      production +
      '.'
    )
  if (major > PRODUCTION)
    return (
      'Node ' +
      major +
      ' n’a pas été essayé avec ce produit : la version pour la production est Node ' +
      PRODUCTION +
      '.'
    )
  return null
}

module.exports = { PRODUCTION: PRODUCTION, refuseNode: refuseNode, warnNode: warnNode }
