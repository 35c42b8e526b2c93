/** Tailwind 4 is the only transformation the style sheets need. */
const config = { plugins: { '@tailwindcss/postcss': {} } }

export default config
