/** The settings of the archives, whatever the publication in this clone has set. */
export { default } from '../../tests/support/beyt.config.ts';
