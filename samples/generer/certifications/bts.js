/**
 * BTS (320) and BTSA (323) of the sample references.
 *
 * One line a diploma: CFD;group and letter of specialty;label;opening;closing;predecessors;successors;RNCP.
 * A bare year opens on 1 September and closes on 31 August, as the nomenclature does.
 */
export const BTS = `
32020008;200W;Technico-commercial;2006;2022;;32031216;
32020009;200N;Conception des produits industriels;2016;;;;
32020109;201N;Informatique et réseaux pour l'industrie et les services techniques;2002;2015;;32020112;
32020111;201N;Conception et réalisation des systèmes automatiques;2011;;;;
32020112;201M;Systèmes numériques option A : informatique et réseaux;2014;2024;32020109;32020116;
32020113;201R;Contrôle industriel et régulation automatique;2016;;;;
32020114;201M;Métiers de l'eau;2018;2028;;32020118;
32020116;201M;Cybersécurité, informatique et réseaux, électronique, option A informatique et réseaux;2023;;32020112;;37391
32020118;201M;Métiers de l'eau;2027;;32020114;;
32022003;220N;Pilotage de procédés;2016;;32022602,32022603;;
32022106;221R;Bioqualité;2020;2026;;32022107;
32022107;221R;Bioqualité;2026;;32022106;;
32022204;222S;Peintures encres et adhésifs;1993;2017;;32022208;
32022206;222M;Chimiste;1997;2017;;32022208;
32022207;222R;Bioanalyses et contrôle;2004;2025;;32022209;
32022208;222S;Métiers de la chimie;2016;;32022204,32022206;;
32022209;222R;Bioanalyses en laboratoire de contrôle;2024;;32022207;;
32022310;223M;Traitement des matériaux BTS 1ère année commune;2001;;;;
32022311;223M;Traitements des matériaux option A : traitements thermiques;2001;;;;
32022312;223M;Traitements des matériaux option B : traitements de surfaces;2001;;;;
32022316;223N;Conception des processus de réalisation de produits BTS 1ère année commune;2016;;;;
32022317;223N;Conception des processus de réalisation de produits option B production sérielle;2016;;;;
32022318;223N;Conception des processus de réalisation de produits option A production unitaire;2016;;;;
32022505;225S;Europlastics et composites, option CO : conception outillage;2016;;;;
32022506;225S;Europlastics et composites, option POP : pilotage et optimisation de la production;2016;;;;
32022602;226S;Industries papetières option production des pâtes, papiers et cartons;1995;2017;;32022003;
32022603;226N;Industries papetières option transformation des papiers et cartons;1995;2017;;32022003;
32022709;227M;Fluides-énergies-domotique option A génie climatique et fluidique;2014;;;;
32022710;227M;Fluides-énergies-domotique option B froid et conditionnement d'air;2014;;;;
32022711;227M;Fluides-énergies-domotique option C domotique et bâtiments communicants;2014;;;;
32023010;230P;Études et économie de la construction;2000;2022;;32023013;
32023012;230M;Bâtiment;2011;;;;
32023013;230P;Management économique de la construction;2021;;32023010;;
32023107;231S;Travaux publics;2011;2024;;32023206;
32023108;231N;Métiers du géomètre-topographe et de la modélisation numérique;2016;;;;
32023205;232P;Enveloppe des bâtiments : conception et réalisation;2016;;;;
32023206;232S;Travaux publics;2023;;32023107;;
32023305;233V;Étude et réalisation d'agencement;2016;;;;
32023412;234M;Systèmes constructifs bois et habitat;2014;;;;
32024111;241M;Innovation textile option A structures;2014;;;;
32024112;241M;Innovation textile option B traitements;2014;;;;
32024207;242M;Métiers de la mode-vêtements;2012;;;;
32025001;250P;Assistance technique d'ingénieur;25/03/1993;;;;37561
32025010;250R;Maintenance des systèmes option A systèmes de production;2018;2023;;32025014;
32025011;250R;Maintenance des systèmes option B systèmes énergétiques et fluidiques;2018;2023;;32025015;
32025014;250R;Maintenance des systèmes option A systèmes de production;2022;;32025010;;
32025015;250R;Maintenance des systèmes option B systèmes énergétiques et fluidiques;2022;;32025011;;
32025016;250R;Maintenance des systèmes option C systèmes éoliens;2022;;;;
32025017;250R;Maintenance des systèmes option D systèmes ascenseurs et élévateurs;2022;;;;
32025213;252M;Techniques et services en matériels agricoles;2013;;;;
32025215;252R;Maintenance des véhicules option A voitures particulières;2016;;;;
32025216;252R;Maintenance des véhicules option B véhicules de transport routier;2016;;;;
32025217;252R;Maintenance des véhicules option C motocycles;2016;;;;
32025218;252R;Maintenance des matériels de construction et de manutention;2017;;;;
32025302;253M;Aéronautique;2009;2025;;32025303;
32025303;253M;Aéronautique;2024;;32025302;;
32025415;254M;Conception et réalisation en chaudronnerie industrielle;2018;;;;
32025416;254P;Architectures en métal : conception et réalisation;2018;;;;
32025515;255R;Électrotechnique;2006;2021;;32025520;
32025516;255M;Systèmes numériques option B : électronique et communications;2014;2024;;32025521;
32025520;255R;Électrotechnique;2020;;32025515;;
32025521;255M;Cybersécurité, informatique et réseaux, électronique, option B électronique et réseaux;2023;;32025516;;
32031103;311T;Gestion des transports et logistique associée;2019;;;;
32031209;312T;Management des unités commerciales;2004;2020;;32031213;
32031210;312T;Négociation et relation client;2004;2019;;32031212;
32031211;312T;Commerce international à référentiel commun européen;2007;2022;;32031215;
32031212;312T;Négociation et digitalisation de la relation client;2018;;32031210;;38368
32031213;312T;Management commercial opérationnel;2019;;32031209;;38362
32031215;312T;Commerce international;2021;;32031211;;
32031216;312T;Conseil et commercialisation de solutions techniques;2021;;32020008;;
32031309;313T;Professions immobilières;2012;2025;;32031312;
32031310;313T;Banque, conseiller de clientèle (particuliers);2014;2025;;32031313;
32031311;313T;Assurance;2017;;;;
32031312;313T;Professions immobilières;2024;;32031309;;
32031313;313T;Banque;2024;;32031310;;
32031407;314T;Assistant de gestion de PME PMI à référentiel commun européen;2009;2019;;32031409;
32031408;314T;Comptabilité et gestion;2015;;;;
32031409;314T;Gestion de la PME;2018;;32031407;;38363
32032002;320P;Communication;2009;2024;;32032003;
32032003;320P;Communication;2023;;32032002;;
32032208;322M;Édition;2013;;;;
32032209;322S;Études de réalisation d'un projet de communication BTS 1ère année commune;2017;;;;
32032210;322S;Études de réalisation d'un projet de communication, option A : études de réalisation de produits plurimédia;2017;;;;
32032211;322S;Études de réalisation d'un projet de communication, option B : études de réalisation de produits imprimés;2017;;;;
32032325;323T;Photographie;2010;;;;
32032328;323P;Métiers de l'audiovisuel option gestion de la production;2014;;;;
32032329;323V;Métiers de l'audiovisuel option métiers de l'image;2014;;;;
32032330;323V;Métiers de l'audiovisuel option métiers du son;2014;;;;
32032408;324T;Assistant de manager;2008;2019;;32032409;
32032409;324T;Support à l'action managériale;2018;;32032408;;
32032609;326T;Services informatiques aux organisations BTS 1ère année;2015;2020;;32032612;
32032612;326T;Services informatiques aux organisations BTS 1ère année;2020;;32032609;;
32032613;326T;Services informatiques aux organisations option A solutions d'infrastructure, systèmes et réseaux;2021;;;;35340
32032614;326T;Services informatiques aux organisations option B solutions logicielles et applications métiers;2021;;;;35340
32033001;330P;Services et prestations des secteurs sanitaire et social;2007;2023;;32033002;
32033002;330P;Services et prestations des secteurs sanitaire et social;2022;;32033001;;
32033103;331T;Diététique;06/11/1987;2026;;32033115;
32033107;331W;Opticien lunetier;1997;;;;38360
32033109;331S;Analyses de biologie médicale;2007;2026;;32033112;
32033112;331S;Biologie médicale;2025;;32033109;;
32033115;331T;Diététique et nutrition;2025;;32033103;;
32033204;332T;Économie sociale et familiale;2009;2023;;32033206;
32033206;332T;Économie sociale et familiale;2022;;32033204;;36938
32033420;334M;Tourisme;2012;2020;;32033426;
32033421;334T;Hôtellerie restauration (classe de mise à niveau);2018;;;;
32033422;334P;Management en hôtellerie-restauration BTS 1ère année commune;2018;;;;
32033423;334P;Management en hôtellerie-restauration option A management d'unité de restauration;2018;;;;
32033424;334P;Management en hôtellerie-restauration option B management d'unité de production culinaire;2018;;;;
32033425;334P;Management en hôtellerie-restauration option C management d'unité d'hébergement;2018;;;;
32033426;334M;Tourisme;2019;;32033420;;
32033602;336T;Esthétique cosmétique;1997;2014;;32033603,32033604;
32033603;336T;Métiers de l'esthétique-cosmétique-parfumerie, option A : management;2013;2024;32033602;32033609;
32033604;336T;Métiers de l'esthétique-cosmétique-parfumerie, option B : formation-marques;2013;2024;32033602;32033610;
32033607;336P;Métiers de la coiffure;2014;;;;
32033608;336T;Métiers de l'esthétique, de la cosmétique et de la parfumerie BTS 1e année commune;2023;;;;
32033609;336T;Métiers de l'esthétique, de la cosmétique et de la parfumerie option management;2023;;32033603;;
32033610;336T;Métiers de l'esthétique, de la cosmétique et de la parfumerie option formation-marques;2023;;32033604;;
32033611;336T;Métiers de l'esthétique, de la cosmétique et de la parfumerie option cosmétologie;2023;;;;
32034304;343R;Métiers des services à l'environnement;2013;2026;;32034305;
32034305;343R;Métiers des services à l'environnement;2025;;32034304;;
32034401;344T;Management opérationnel de la sécurité;2020;;;;
32034501;345M;Notariat;2008;2023;;32034502;
32034502;345P;Collaborateur juriste notarial;2022;;32034501;;
`;

export const BTSA = `
32321007;210M;Génie des équipements agricoles;25/03/1997;;;;
32321013;210W;Technico-commercial;2010;2023;;32331202,32331203,32331205;
32321014;210M;Analyse, conduite et stratégie de l'entreprise agricole (ACSE);2014;2026;;32321015;
32321015;210M;Analyse, conduite et stratégie de l'entreprise agricole (ACS'AGRI) spécialité territoires métropolitains;2025;;32321014;;
32321016;210M;Analyse, conduite et stratégie de l'entreprise agricole (ACS'AGRI) spécialité territoires ultra-marins;2025;;;;
32321111;211M;Production horticole;2004;2024;;;
32321112;211M;Viticulture oenologie;2009;;;;
32321113;211P;Agronomie- productions végétales;2010;2024;;;
32321114;211M;Métiers du végétal :alimentation, ornement et environnement;2023;;32321111;;
32321115;211P;Agronomie et cultures durables;2023;;32321113;;36936
32321205;212M;Productions animales;15/02/1996;2026;;32321207;
32321206;212M;Aquaculture;2007;;;;
32321207;212M;Métiers de l'élevage : développement, production, conseil;2025;;32321205;;
32321304;213P;Gestion forestière;15/02/1996;;;;
32321308;213P;Gestion et protection de la nature;2011;;;;
32321401;214M;Aménagements paysagers;15/02/1996;;;;
32322111;221R;Analyses agricoles biologiques et biotechnologiques;2009;2024;;;
32322115;221R;Analyses biologiques, biotechnologiques, agricoles et environnementales;2023;;32322111;;
32322116;221M;Qualité alimentation, innovation et maîtrise sanitaire spé produits laitiers;2023;;;;
32322117;221M;Qualité alimentation, innovation et maîtrise sanitaire spé aliments et processus technologiques;2023;;;;
32330001;300T;Développement, animation des territoires ruraux;2012;2026;;32334101;
32331202;312W;Technico-commercial spé vins, bières et spiritueux;2022;;32321013;;36003
32331203;312W;Technico-commercial spé univers jardins et animaux de compagnie;2022;;32321013;;
32331205;312W;Technico-commercial spé alimentation et boisson;2022;;32321013;;
32334101;341T;Développement, animation des projets territoriaux;2025;;32330001;;
32334302;343M;Gestion et maîtrise de l'eau;2011;;;;
`;
