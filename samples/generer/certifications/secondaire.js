/** CAP, CAP agricole, bac pro, BP, mentions complémentaires and certificats de spécialisation. Same columns as bts.js. */
export const CAP = `
50022130;221S;Charcutier-traiteur;2000;2025;;50022144;
50022135;221T;Boucher;2005;2024;;50022143;
50022137;221S;Boulanger;2014;;;;
50022139;221T;Cuisine;2016;2025;;50022146;
50022141;221S;Pâtissier;2019;;;;
50022142;221M;Production et service en restaurations (rapide, collective, cafétéria);2020;;;;
50022143;221T;Boucher;2023;;50022135;;
50022144;221S;Charcuterie-traiteur;2024;;50022130;;
50022146;221T;Cuisine;2024;;50022139;;38430
50022715;227S;Monteur en installations thermiques;2018;;;;
50023006;230R;Intervention en maintenance technique des bâtiments;2021;;;;
50023217;232S;Maçon;2002;2022;;50023224;
50023223;232S;Couvreur;2021;;;;
50023224;232S;Maçon;2021;;50023217;;
50023324;233S;Monteur en installations sanitaires;2018;;;;
50023325;233S;Carreleur mosaïste;2019;;;;
50023327;233S;Peintre applicateur de revêtements;2019;;;;
50023445;234S;Ébéniste;2017;;;;
50023447;234S;Menuisier fabricant;2021;;;;
50023449;234S;Menuisier installateur;2021;;;;
50025218;252R;Maintenance des véhicules option A voitures particulières;2014;2027;;50025225;
50025221;252R;Maintenance des matériels option A matériels agricoles;2016;;;;
50025222;252R;Maintenance des matériels option B matériels de construction et de manutention;2016;;;;
50025223;252R;Maintenance des matériels option C matériels d'espaces verts;2016;;;;
50025225;252R;Maintenance des véhicules option véhicules légers;2025;;50025218;;
50025434;254S;Réparation des carrosseries;2007;2025;;50025440;
50025437;254S;Réalisations industrielles en chaudronnerie ou soudage option A chaudronnerie;2017;;;;
50025438;254S;Réalisations industrielles en chaudronnerie ou soudage option B soudage;2017;;;;
50025440;254S;Carrossier automobile;2023;;50025434;;
50025524;255S;Électricien;2018;;;;
50031117;311U;Conducteur routier "marchandises";2007;2027;;50031126,50031127;
50031122;311T;Opérateur/opératrice logistique;2015;;;;
50031126;311U;Conducteur routier de marchandises option livraisons longue distance;2025;;50031117;;
50031127;311U;Conducteur routier de marchandises option livraisons de proximité;2025;;50031117;;
50031214;312T;Employé de commerce multi-spécialités;1999;2021;;50031224;
50031215;312T;Employé de vente spécialisé option A : produits alimentaires;1999;2021;;50031224;
50031216;312T;Employé de vente spécialisé option B : produits d'équipement courant;1999;2021;;50031224;
50031223;312T;Fleuriste;2018;;;;
50031224;312T;Équipier polyvalent du commerce;2020;;50031214,50031215,50031216;;
50033002;330T;Agent accompagnant au grand âge;2023;;;;
50033204;332T;Accompagnant éducatif petite enfance;2017;2022;;50033205;
50033205;332S;Accompagnant éducatif petite enfance;2021;;50033204;;
50033412;334T;Commercialisation et services en hôtel-café-restaurant;2017;2025;;50033413;
50033413;334T;Commercialisation et services en hôtel-café-restaurant;2024;;50033412;;
50033610;336T;Coiffure;2008;2020;;50033616;
50033615;336T;Esthétique cosmétique parfumerie;2018;;;;
50033616;336T;Métiers de la coiffure;2019;;50033610;;
50034002;340M;Agent de prévention et de médiation;1998;2024;50034003;50034003;
50034003;340M;Agent de médiation sociale;2010;2024;50034002;50034002;
50034307;343T;Agent de propreté et d'hygiène;2014;2026;;50034308;
50034308;343T;Propreté et prévention des biocontaminations;2025;;50034307;;
50034405;344T;Agent de sécurité;2010;;;;
`;

export const CAPA = `
50321130;211S;Métiers de l'agriculture;2015;;;;
50321237;212T;Palefrenier soigneur;2016;;;;
50321405;214S;Jardinier paysagiste;2015;;;;
50322107;221U;Opérateur en industries agroalimentaires spé conduite de machines;2015;;;;
50322108;221S;Opérateur en industries agroalimentaires spé transformation de produits alimentaires;2015;;;;
50333003;330T;Services aux personnes et vente en espace rural;2015;;;;
`;

export const BAC_PRO = `
40020006;200S;Métiers de la construction durable du bâtiment et des travaux publics 2nde commune;2019;;;;
40020008;200S;Métiers des transitions numérique et énergétique 2nde commune;2021;;;;
40022104;221S;Boucher-charcutier-traiteur;2009;;;;
40022105;221S;Boulanger-pâtissier;2009;;;;
40022106;221T;Cuisine;2011;;;;
40022107;221M;Métiers de l'alimentation 2nde commune;2020;;;;
40022706;227R;Maintenance et efficacité énergétique;2021;;;;
40022707;227S;Installateur en chauffage, climatisation et énergies renouvelables;2021;;;;
40023102;231S;Travaux publics;2005;2025;;40023210;
40023203;232S;Technicien du bâtiment : organisation et réalisation du gros oeuvre;2007;;;;
40023210;231S;Travaux publics;2023;;40023102;;37385
40024002;240T;Métiers du pressing et de la blanchisserie;2000;2023;;40024005,40024006;
40024004;240T;Métiers de l'entretien des textiles 2nde commune;2021;;;;
40024005;240T;Métiers de l'entretien des textiles option A : blanchisserie;2021;;40024002;;
40024006;240T;Métiers de l'entretien des textiles option B : pressing;2021;;40024002;;
40025012;250R;Maintenance des systèmes de production connectés;2021;;;;
40025214;252R;Maintenance des véhicules option A voitures particulières;2014;2028;;40025224;
40025219;252R;Maintenance des matériels option A matériels agricoles;2016;;;;
40025220;252R;Maintenance des matériels option B matériels de construction et de manutention;2016;;;;
40025221;252R;Maintenance des matériels option C matériels d'espaces verts;2016;;;;
40025222;252R;Métiers de la maintenance des matériels et des véhicules 2nde commune;2021;;;;
40025224;252R;Maintenance des véhicules option véhicules légers;2025;;40025214;;
40025510;255P;Métiers de l'électricité et de ses environnements connectés;2016;2025;;40025520;
40025513;255R;Systèmes numériques option A sûreté et sécurité des infrastructures, de l'habitat et du tertiaire;2016;2025;;40025519;
40025515;255R;Systèmes numériques option C réseaux informatiques et systèmes communicants;2016;2025;;40025519;
40025517;255R;Métiers du froid et des énergies renouvelables;2021;;;;
40025519;255R;Cybersécurité, informatique et réseaux, électronique;2023;;40025513,40025515;;
40025520;255P;Métiers de l'électricité et de ses environnements connectés;2024;;40025510;;
40030001;300T;Gestion-administration;2012;2022;;40030004;
40030003;300T;Métiers de la gestion administrative, du transport et de la logistique 2nde commune;2019;;;;
40030004;300T;Assistance à la gestion des organisations et de leurs activités;2020;;40030001;;
40031106;311M;Logistique;2010;2027;;40031116;
40031116;311M;Métiers de la logistique;2025;;40031106;;
40031211;312T;Métiers de la relation client 2nde commune;2019;;;;
40031212;312T;Métiers de l'accueil;2019;;;;
40031213;312T;Métiers du commerce et de la vente option A animation et gestion de l'espace commercial;2019;;;;
40031214;312T;Métiers du commerce et de la vente option B prospection clientèle et valorisation de l'offre commerciale;2019;;;;
40033003;330T;Accompagnement soins et services à la personne option A - à domicile;2011;2024;;40033007;
40033004;330T;Accompagnement soins et services à la personne option B - en structure;2011;2024;;40033007;
40033006;330M;Animation - enfance et personnes âgées;2020;;;;
40033007;330T;Accompagnement, soins et services à la personne;2022;;40033003,40033004;;
40033403;334T;Commercialisation et services en restauration;2011;;;;
40033404;334M;Métiers de l'hôtellerie-restauration 2nde commune;2020;;;;
40033604;336T;Métiers de la coiffure;2020;;;;
40033605;336T;Métiers de la beauté et du bien-être 2nde commune;2020;;;;
40033606;336T;Esthétique cosmétique parfumerie;2022;;;;
40034403;344T;Métiers de la sécurité;2014;;;;
`;

export const BAC_PRO_AGRICOLE = `
40321004;210P;Conduite et gestion de l'entreprise agricole;2017;;;;
40321112;211S;Productions (sec pro agricole);2016;;;;
40321203;212W;Technicien conseil vente en animalerie;1999;;;;
40321211;212P;Conduite et gestion de l'entreprise hippique;2011;;;;
40321404;214P;Nature jardin paysage forêt (sec pro agricole);2009;;;;
40321405;214P;Aménagements paysagers;2010;;;;
40321407;214W;Technicien conseil vente univers jardinerie;2020;;;;
40333002;330G;Services aux personnes et aux territoires;2012;2024;;40333003;
40333003;330G;Services aux personnes et animation des territoires;2023;;40333002;;
`;

export const BP = `
45022108;221S;Boulanger;2012;;;;
45022109;221S;Arts de la cuisine;2015;2025;;45022111;
45022111;221S;Arts de la cuisine;2024;;45022109;;
45023216;232S;Maçon;2018;;;;
45025516;255S;Électricien(ne);2017;2025;;45025517;
45025517;255S;Électricien;2024;;45025516;;
45033608;336T;Coiffure;2011;;;;
45033609;336T;Esthétique cosmétique parfumerie;2019;;;;
`;

export const BPA4 = `
45321007;210P;Responsable d'entreprise agricole;2017;;;;
45321403;214P;Aménagements paysagers;2009;;;;
`;

/** Only the older vintage still lists them: renumbered 461 or 561 in 2024, then deleted from the table. */
export const MC = `
01022103;221S;Employé traiteur;13/11/1989;2024;;;
01022105;221S;Cuisinier en desserts de restaurant;1997;2024;;;
01022107;221S;Boulangerie spécialisée;2003;2024;;;
01022704;227S;Technicien(ne) en énergies renouvelables option A énergie électrique;2011;2024;;;
01022705;227S;Technicien(ne) en énergies renouvelables option B énergie thermique;2011;2024;;;
01025308;253R;Aéronautique option avions à moteurs à turbines;2015;2024;;;
01025312;253R;Aéronautique option avionique;2015;2024;;;
01025509;255R;Cybersécurité;2023;2024;;;
01031201;312T;Assistance, conseil, vente à distance;2001;2024;;;
01033412;334P;Organisateur de réception;2005;2024;;;
01033501;335P;Animation-gestion de projets dans le secteur sportif;2018;2024;;;
01033605;336T;Coiffure coupe couleur;2008;2024;;;
`;

export const CS4 = `
46122704;227S;Technicien(ne) en énergies renouvelables option A énergie électrique;2024;;01022704;;
46122705;227S;Technicien(ne) en énergies renouvelables option B énergie thermique;2024;;01022705;;
46125308;253R;Aéronautique option avions à moteurs à turbines;2024;;01025308;;
46125312;253R;Aéronautique option avionique;2024;;01025312;;
46125406;254S;Technicien(ne) en soudage;2024;;;;
46125509;255R;Cybersécurité;2024;;01025509;;37488
46131201;312T;Assistance, conseil, vente à distance;2024;;01031201;;38402
46132601;326T;Services numériques aux organisations;2024;;;;35517
46133404;334T;Métiers du bar;2025;;56133411;;
46133412;334P;Organisateur de réception;2024;;01033412;;
46133501;335P;Animation-gestion de projets dans le secteur sportif;2024;;01033501;;30833
`;

export const CS3 = `
56122103;221S;Employé traiteur;2024;;01022103;;
56122105;221S;Cuisinier en desserts de restaurant;2024;2025;01022105;56122110;
56122107;221S;Boulangerie spécialisée;2024;;01022107;;
56122110;221S;Desserts de restaurant;2025;;56122105;;
56133002;330T;Aide à domicile;2024;;;;
56133411;334T;Employé barman;2024;2026;;46133404;
56133605;336T;Coiffure coupe couleur;2024;;01033605;;38232
`;

export const CSA4 = `
46321007;210U;Pilotage de machines agricoles et travaux mécanisés à haute technicité;01/01/2024;;;;
46321103;211M;Technicien de cave;1999;;;;
46321220;212P;Conduite d'un élevage bovin lait;01/01/2020;;;;
46321222;212S;Conduite d'un élevage bovin viande;01/01/2020;;;;
`;

/** Generic codes: they hold every local training, whatever its subject. */
export const FCIL = `
48199901;999M;Formation complémentaire non diplômante hors MLDS post niveau IV;2012;;;;
48199902;999M;Formation complémentaire maritime d'initiative locale niveau 4;2022;;;;
38199901;999M;Formation complémentaire non diplômante hors MLDS post niveau III;2012;;;;
`;
