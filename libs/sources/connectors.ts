import { bcnConnector } from './bcn/bcn.api.ts';
import { catalogueApprentissageConnector } from './catalogue-apprentissage/catalogue-apprentissage.api.ts';
import { certifInfoConnector } from './certif-info/certif-info.api.ts';
import type { Connector } from './core/http/connector.ts';
import { cpfAchatsConnector, cpfOffreConnector, cpfUsagersConnector } from './cpf/cpf.api.ts';
import { inserjeunesConnector } from './inserjeunes/inserjeunes.api.ts';
import { insersupConnector } from './insersup/insersup.api.ts';
import { onisepIdeoConnector, onisepPassageConnector } from './onisep/onisep.api.ts';
import { organismesFormationConnector } from './organismes-formation/organismes-formation.api.ts';
import { quiformeConnector } from './quiforme/quiforme.api.ts';

/** Every service that can be imported from, in the order in which the lists show them. */
export const CONNECTORS: readonly Connector[] = [
  bcnConnector,
  onisepPassageConnector,
  onisepIdeoConnector,
  certifInfoConnector,
  catalogueApprentissageConnector,
  inserjeunesConnector,
  insersupConnector,
  quiformeConnector,
  organismesFormationConnector,
  cpfOffreConnector,
  cpfAchatsConnector,
  cpfUsagersConnector,
];

/** The connector of a source, or undefined for a source that is read from files only. */
export function connectorOf(source: string): Connector | undefined {
  return CONNECTORS.find(({ id }) => id === source);
}
