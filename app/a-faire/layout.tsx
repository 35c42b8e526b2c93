export { default } from '../portefeuille/layout'
