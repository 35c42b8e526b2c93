import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** What binds the parties beside the plan, in the words of the document. */
export const clauses: DossierEcrit['clauses'] = [
  {
    article: 'Article 5',
    titre: 'Engagements des partenaires',
    texte:
      'La Caf de Alpes de Haute-Provence, la communauté d’agglomération et les communes s’engagent à mettre en œuvre les moyens nécessaires pour atteindre les objectifs qu’ils se sont assignés dans le plan d’actions de la présente convention.\nLa présente convention est conclue dans le cadre des orientations de la Convention d’objectifs et de gestion signée entre l’Etat et la Cnaf. Elle est mise en œuvre dans le respect des dispositifs et des outils relevant des compétences propres de chacune des parties, lesquelles restent libres de s’engager avec leurs partenaires habituels ou d’engager toute action ou toute intervention qu’elles jugeront nécessaire et utile.\nLa Ctg matérialise également l’engagement conjoint de la Caf et de la collectivité à poursuivre leur appui financier aux services aux familles du territoire.\nA l’issue du (es) Contrat(s) enfance et jeunesse passé(s) avec la(es) collectivité(s) signataire(s), la Caf s’engage à conserver le montant des financements bonifiés de N-1 à ce titre et à les répartir directement entre les structures du territoire soutenues par la collectivité locale compétente, sous la forme de « bonus territoire ctg ».\nDe son côté, la collectivité s’engage à poursuivre son soutien financier en ajustant en conséquence la répartition de sa contribution pour les équipements et services listés en Annexe 2. Cet engagement pourra évoluer en fonction de l’évolution des compétences détenues.',
  },
  {
    article: 'Article 7',
    titre: 'Échanges de données',
    texte:
      'Les parties s’engagent réciproquement à se communiquer toutes les informations utiles dans le cadre de l’exécution de la présente convention.\nToutefois, en cas de projet d’échanges de données à caractère personnel, les demandes par l’une des parties feront obligatoirement l’objet d’une étude d’opportunité, de faisabilité et de conformité au RGPD par l’autre partie, en la qualité de responsable de traitement de cette dernière. Ces demandes seront soumises pour étude et avis préalable au Délégué à la Protection des Données de la partie qui détient les données personnelles demandées. Le Délégué à la Protection des Données pourra être amené à formuler des recommandations spécifiques à chaque échange de données.\nSi elles sont mises en œuvre, ces transmissions (ou mises à disposition) de données personnelles respecteront strictement le Règlement Général sur la Protection des Données (RGPD), la loi n° 78-17 du 6 Janvier 1978 modifiée relative à l’informatique, aux fichiers et aux libertés ainsi que les décisions, avis ou préconisations de la Commission nationale de l’Informatique et des Libertés (CNIL). La présente convention ne se substitue en rien à la nécessité, pour les responsables de traitement concernés, d’ajouter le traitement de données personnelles ainsi créé à la liste des traitements qu’il doit tenir au titre de l’article 30 du Rgpd.',
  },
  {
    article: 'Article 8',
    titre: 'Communication',
    texte:
      'Les parties décident et réalisent, d’un commun accord, les actions de communication relatives à la présente convention.\nLes supports communs font apparaître les logos de chacune des parties.\nDans le cadre des actions de communication respectives couvrant le champ de la présente convention, chaque partie s’engage à mentionner la coopération de l’autre partie et à valoriser ce partenariat.\nLe protocole en matière de signature de convention et / ou d’inauguration d’équipement :\nLe partenaire bénéficiant d’un financement de la Caisse d’allocations familiales des Alpes de Haute-Provence pour son projet et souhaitant organiser une manifestation publique autour de sa mise en œuvre (inauguration, signature officielle, pose de la première pierre,...) doit respecter les principes protocolaires définis par la Caf.\nIl devra ainsi contacter, préalablement à la manifestation :\n– le secrétariat de Direction de la Caf des Alpes de Haute – Provence au 04 92 30 22 16 pour arrêter d’un commun accord la date de la manifestation ;\n– le service de Communication de la Caf au 04 92 30 24 20 pour l’utilisation de la charte graphique liée à l’utilisation du logo de la Caf.',
  },
  {
    article: 'Article 11',
    titre: 'Exécution formelle de la convention',
    texte:
      'Toute modification fera l’objet d’un avenant par les parties.\nCet avenant devra notamment préciser toutes les modifications apportées à la convention d’origine ainsi qu’à ses annexes.\nSi l’une quelconque des stipulations de la présente convention est nulle, au regard d’une règle de droit en vigueur ou d’une décision judiciaire devenue définitive, elle sera réputée non écrite, mais les autres stipulations garderont toute leur force et leur portée.\nEn cas de différences existantes entre l’un quelconque des titres des clauses et l’une quelconque des clauses, le contenu de la clause prévaudra sur le titre.',
  },
  {
    article: 'Article 13',
    titre: 'Les recours',
    texte:
      '– Recours contentieux\nTout litige résultant de l’exécution de la présente convention est du ressort du Tribunal administratif dont relève la Caf.',
  },
  {
    article: 'Article 14',
    titre: 'Confidentialité',
    texte:
      'Les parties sont tenues, ainsi que l’ensemble de leur personnel, au secret professionnel, à l’obligation de discrétion et à l’obligation de confidentialité pour tout ce qui concerne les faits, informations, études et décisions dont elles auront eu connaissance durant l’exécution de la présente convention et après son expiration.',
  },
]
