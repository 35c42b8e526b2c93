'use strict'
// Refuses, in a sentence, a Node that this product was not tried on. Each command of package.json starts with it
// (`node -r` or `&&`): an old Node would otherwise stop on a syntax error in the first file that it cannot read.
var refusal = require('./lib/node-version.cjs').refuseNode(process.versions.node)
if (refusal) {
  console.error('\n' + refusal.what + '\n' + refusal.remedy)
  process.exit(1)
}
