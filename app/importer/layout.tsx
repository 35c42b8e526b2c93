export { default } from '../administration/layout'
