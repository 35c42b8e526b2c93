import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** What binds the parties beside the plan, in the words of the document. */
export const clauses: DossierEcrit['clauses'] = [
  {
    article: 'Article 3',
    titre: 'Engagements des partenaires',
    texte:
      'Les partenaires s’engagent à mettre en œuvre les moyens nécessaires pour atteindre les objectifs qu’ils se sont assignés dans le cadre de la présente convention.\nLa présente convention ne saurait avoir pour conséquence de porter atteinte aux dispositifs et aux outils relevant des compétences propres de chacune des parties, lesquelles restent libres de contracter ou d’engager toute action ou toute intervention qu’elles jugeront nécessaire et utile.\nA cet égard, la présente convention ne peut empêcher l’une ou l’autre des parties de passer convention avec ses partenaires habituels.\nLes engagements pris par l’une des parties signataires ne pourront pas davantage être remis en cause par la signature de la présente convention.\nLes parties conviennent qu’elles ne pourront en aucun cas se prévaloir des dispositions de la présente convention si elle s’avère contraire aux stipulations de la convention d’objectifs et de gestion signée entre l’État et la CNAF.',
  },
  {
    article: 'Article 4',
    titre: 'Modalités de collaboration',
    texte:
      'Les parties s’engagent à mobiliser des moyens humains (personnels qualifiés et en quantité suffisante) et matériels (données, statistiques...), et à associer, si besoin, d’autres partenaires pour la réalisation des obligations définies dans la présente convention.\nPour mener à bien les objectifs précisés dans la présente convention, les parties décident de mettre en place un comité de pilotage composé de représentants de la CAF et de la communauté de communes.',
  },
  {
    article: 'Article 5',
    titre: 'Échanges de données',
    texte:
      'Les parties s’engagent réciproquement à se communiquer toutes les informations utiles dans le cadre de l’exécution de la présente convention.\nA ce titre, la présente convention constitue le cadre général d’éventuels échanges de données dans le respect :\n– des dispositions législatives et réglementaires s’imposant à chaque partenaire, notamment au regard de la loi n°78-17 du 6 Janvier 1978 modifiée relative à l’informatique, aux fichiers et aux libertés ;\n– des décisions, avis ou préconisations de la Commission Nationale de l’Informatique et des Libertés.\nA compter de la date de signature figurant ci-dessous, les demandes d’échange de données par l’une des parties feront obligatoirement l’objet d’une étude d’opportunité et de faisabilité de l’autre partie.\nLes parties s’engagent à mentionner, dans tout document interne ou externe, la source des données.\nLa mention « Source CAF de la Vienne » devra être précisée pour tous les documents réalisés ou lors de toute présentation orale que le demandeur serait amené à faire sur la base des données transmises.\nLa CAF est associée obligatoirement à toute étude reposant de façon importante sur l’exploitation des informations communiquées. Cette association se fera a minima par une validation préalable de l’analyse réalisée et, selon son souhait, par une participation à son élaboration notamment dans le cadre de réunions de travail.\nLa CAF est destinataire des documents finaux.\nLe fournisseur des données ne peut être tenu pour responsable d’une erreur technique lors de l’utilisation par le destinataire des fichiers transmis.\nLe fournisseur a apporté tous les soins nécessaires à la constitution des données qui font l’objet de la présente convention. Toutefois, au cas où il resterait des erreurs ou des anomalies, l’émetteur ne pourra être tenu pour responsable des conséquences.',
  },
  {
    article: 'Article 6',
    titre: 'Communication',
    texte:
      'Les parties décident et réalisent, d’un commun accord, les actions de communication relatives à la présente convention.\nLes supports communs font apparaître les logos de chacune des parties.\nDans le cadre des actions de communication respectives couvrant le champ de la présente convention, chaque partie s’engage à mentionner l’action de l’autre partie.',
  },
  {
    article: 'Article 9',
    titre: 'Exécution formelle de la convention',
    texte:
      'Toute modification fera l’objet d’un avenant par les parties.\nCet avenant devra notamment préciser toutes les modifications apportées à la convention d’origine ainsi qu’à ses annexes.\nSi l’une quelconque des stipulations de la présente convention est nulle, au regard d’une règle de droit en vigueur ou d’une décision judiciaire devenue définitive, elle sera réputée non écrite, mais les autres stipulations garderont toute leur force et leur portée.\nEn cas de différences existantes entre l’un quelconque des titres des clauses et l’une quelconque des clauses, le contenu de la clause prévaudra sur le titre.',
  },
  {
    article: 'Article 10',
    titre: 'Confidentialité',
    texte:
      'Les parties sont tenues, ainsi que l’ensemble de leur personnel, au secret professionnel, à l’obligation de discrétion et à l’obligation de confidentialité pour tout ce qui concerne les faits, informations, études et décisions dont elles auront eu connaissance durant l’exécution de la présente convention et après son expiration.',
  },
  {
    article: 'Annexe 1',
    titre: 'Autonomie et responsabilités',
    texte:
      'Garant de la mise en œuvre des projets et des contrats de son domaine\nRelative autonomie dans l’organisation du travail et des activités dans le cadre des orientations stratégiques des collectivités\nForce de proposition auprès des élus\nRôle d’interface en interne avec les services de la collectivité et en externe avec les acteurs du territoire\nForce de proposition et aide à la décision auprès des élus et des membres des comités de pilotage',
  },
  {
    article: 'Annexe 1',
    titre: 'Relations fonctionnelles',
    texte:
      'Coopération avec les services de la collectivité\nRelations avec les acteurs de la vie locale, notamment associatifs\nRelations avec les institutions, les partenaires ou contrôleurs (direction départementale de la cohésion sociale, Caf, inspection académique et établissements scolaires, conseil départemental)\nRelations avec les opérateurs privés dans le cadre de délégations de service public\nContacts avec les populations à l’occasion de réunions publiques d’information et de concertation',
  },
  {
    article: 'Annexe 1',
    titre: 'Rattachement, cadre d’emploi et qualification',
    texte:
      'Commune, structure intercommunale\nRattaché aux services enfance, jeunesse et éducation, vie sociale ou directement aux élus, ou à titre exceptionnel à une association\n- Niveau Bac + 2 / Bac + 3 : Educateurs territoriaux de jeunes enfants (catégorie B, filière Sociale), animateurs territoriaux (catégorie B, filière Animation) / cadres territoriaux du social et de la santé',
  },
]
