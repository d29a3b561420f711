BEGIN TRANSACTION;
CREATE TABLE "accounts" (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	number TEXT, 
	weak BOOLEAN NOT NULL, 
	last_run_id INTEGER, 
	seen_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(last_run_id) REFERENCES runs (id), 
	UNIQUE ("key")
);
INSERT INTO "accounts" VALUES(1,'sgo.example.test:443:s1','s1',0,2,NULL);
INSERT INTO "accounts" VALUES(2,'sgo.example.test:443:s2','s2',0,2,'2026-11-22 07:53:16.506325');
INSERT INTO "accounts" VALUES(3,'sgo.example.test:443:s11','s11',0,2,NULL);
INSERT INTO "accounts" VALUES(4,'sgo.example.test:443:s12','s12',0,2,NULL);
INSERT INTO "accounts" VALUES(5,'sgo.example.test:443:s21','s21',0,1,NULL);
INSERT INTO "accounts" VALUES(6,'sgo.example.test:443:s22','s22',0,1,NULL);
INSERT INTO "accounts" VALUES(7,'sgo.example.test:443:s31','s31',0,2,NULL);
INSERT INTO "accounts" VALUES(8,'sgo.example.test:443:s32','s32',0,2,NULL);
INSERT INTO "accounts" VALUES(9,'sgo.example.test:443:r7','r7',0,NULL,'2026-11-22 07:53:16.506325');
INSERT INTO "accounts" VALUES(10,'sgo.example.test:443:r8','r8',0,NULL,'2026-11-22 07:53:16.599755');
INSERT INTO "accounts" VALUES(11,'sgo.example.test:443:s9','s9',0,NULL,'2026-11-22 07:53:16.602966');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE arrivals (
	id INTEGER NOT NULL, 
	received_at DATETIME NOT NULL, 
	user TEXT NOT NULL, 
	client TEXT, 
	body BLOB NOT NULL, 
	failures INTEGER NOT NULL, 
	problem TEXT, kind VARCHAR(32) DEFAULT 'report' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "arrivals" VALUES(1,'2026-11-22 07:53:16.646371','clerk','Chrome',X'88A566616374738BA46B696E64B16475706C6963617465732D7265706F7274A66C61796F7574A56461746573A57469746C65D964D0A1D0BFD0B8D181D0BED0BA20D183D187D0B0D189D0B8D185D181D18F2D22D0B4D183D0B1D0BBD0B5D0B9222028D0BED0B1D180D0B0D0B7D0BED0B2D0B0D182D0B5D0BBD18CD0BDD18BD0B520D0BED180D0B3D0B0D0BDD0B8D0B7D0B0D186D0B8D0B829A9617574686F72697479D960D0A3D0BFD180D0B0D0B2D0BBD0B5D0BDD0B8D0B520D0BED0B1D180D0B0D0B7D0BED0B2D0B0D0BDD0B8D18F20D097D0B0D180D0B5D187D0BDD0BED0B3D0BE20D0B3D0BED180D0BED0B4D181D0BAD0BED0B3D0BE20D0BED0BAD180D183D0B3D0B0A6706572696F6492AA323032352D30392D3031AA323032352D31302D3331AC67656E6572617465645F6174C0A776657273696F6EC0A4726F777302AD66697273745F646174615F747201A57461626C6500A973656C656374696F6E90A5746F646179AA323032352D31302D3331A4726F7773C5029983A86D656E74696F6E739289A3726F7700A5706C61636583A2747201A3636F6C01A4726F6C65A46D61696EA66E756D62657282A6707265666978A173A664696769747301A46E616D6583A77375726E616D65ACD098D0B2D0B0D0BDD0BED0B2A46E616D65A8D098D0B2D0B0D0BDAA706174726F6E796D6963B0D098D0B2D0B0D0BDD0BED0B2D0B8D187AA62697274685F64617465AA323031352D30352D3037A3736578C0A47374617989AC6F7267616E69736174696F6EACD0A1D09ED0A820E284962031A7636C617373657391A334D0B0A86174746163686564C2A8656E726F6C6C6564AA323032342D30392D3032A86465706172746564C0A5656E747279C0AF6465706172747572655F6B6E6F776EC3A8646F75627466756CC2A46C656674C2AA696E636F6D706C657465C2A670617065727382A5736E696C73C0AB6365727469666963617465C089A3726F7701A5706C61636583A2747202A3636F6C01A4726F6C65A46D61696EA66E756D62657282A6707265666978A173A664696769747302A46E616D6583A77375726E616D65ACD098D0B2D0B0D0BDD0BED0B2A46E616D65A8D098D0B2D0B0D0BDAA706174726F6E796D6963B0D098D0B2D0B0D0BDD0BED0B2D0B8D187AA62697274685F64617465AA323031352D30352D3037A3736578C0A47374617989AC6F7267616E69736174696F6EACD0A1D09ED0A820E284962032A7636C617373657391A334D0B1A86174746163686564C2A8656E726F6C6C6564AA323032352D30392D3035A86465706172746564C0A5656E747279C0AF6465706172747572655F6B6E6F776EC3A8646F75627466756CC2A46C656674C2AA696E636F6D706C657465C2A670617065727382A5736E696C73C0AB6365727469666963617465C0A86F7665726C61707390A66F746865727390AC696E7374616C6C6174696F6EB473676F2E6578616D706C652E746573743A343433A6736F75726365A7636F6E74656E74AB63617074757265645F6174D6FF69047A90A8636F6D706C657465C3A86E756D6265726564C3',0,NULL,'report');
CREATE TABLE enrolments (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	person_id INTEGER, 
	"row" INTEGER NOT NULL, 
	tr INTEGER NOT NULL, 
	col INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	organisation_id INTEGER, 
	classes JSON NOT NULL, 
	attached BOOLEAN NOT NULL, 
	enrolled DATE, 
	departed DATE, 
	entry VARCHAR(32), 
	departure_known BOOLEAN NOT NULL, 
	doubtful BOOLEAN NOT NULL, 
	incomplete BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id), 
	FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	FOREIGN KEY(run_id) REFERENCES runs (id)
);
INSERT INTO "enrolments" VALUES(1,1,1,1,0,1,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(2,1,2,2,1,2,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(3,1,3,3,2,3,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(4,1,4,4,3,4,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(5,1,5,5,4,5,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(6,1,6,6,5,6,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(7,1,7,7,6,7,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(8,1,8,8,7,8,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(9,2,1,1,0,1,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(10,2,2,2,1,2,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(11,2,3,3,2,3,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(12,2,4,4,3,4,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(13,2,7,7,4,5,1,'main',1,'["4\u0430"]',0,'2024-09-02',NULL,NULL,1,0,0);
INSERT INTO "enrolments" VALUES(14,2,8,8,5,6,1,'main',2,'["4\u0431"]',0,'2025-09-05',NULL,NULL,1,0,0);
CREATE TABLE fates (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	fate VARCHAR(32) NOT NULL, 
	account_key TEXT NOT NULL, 
	person_key TEXT, 
	organisation TEXT, 
	enrolled DATE, 
	departed DATE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(entry_id) REFERENCES journal (id)
);
INSERT INTO "fates" VALUES(1,7,'removed','sgo.example.test:443:s22','7a1f29aa8faa526a6e82b565c6d12a0e','СОШ № 2','2025-09-05',NULL);
INSERT INTO "fates" VALUES(2,7,'kept','sgo.example.test:443:s21','40ce135b1f08fe359e78023f09415e11','СОШ № 1','2024-09-02',NULL);
CREATE TABLE group_keys (
	"key" TEXT NOT NULL, 
	group_id INTEGER NOT NULL, 
	PRIMARY KEY ("key"), 
	FOREIGN KEY(group_id) REFERENCES groups (id)
);
INSERT INTO "group_keys" VALUES('165591b823260e93',1);
INSERT INTO "group_keys" VALUES('d10f1e0e3b262b66',2);
INSERT INTO "group_keys" VALUES('ce79c50092830395',3);
INSERT INTO "group_keys" VALUES('45da21f1ecb66003',4);
CREATE TABLE "groups" (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	first_seen DATETIME NOT NULL, 
	last_seen DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	verdict VARCHAR(32) NOT NULL, 
	bits DOUBLE, 
	overlap_days INTEGER, 
	risk VARCHAR(32) NOT NULL, 
	confidence VARCHAR(32) NOT NULL, 
	cause VARCHAR(32) NOT NULL, 
	advice VARCHAR(32) NOT NULL, 
	rule TEXT NOT NULL, 
	acts TEXT, 
	changed JSON, 
	purged_at DATETIME, 
	merged_into INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_groups_merged_into FOREIGN KEY(merged_into) REFERENCES groups (id), 
	FOREIGN KEY(run_id) REFERENCES runs (id), 
	UNIQUE ("key")
);
INSERT INTO "groups" VALUES(1,'165591b823260e93',2,'2026-11-22 07:53:16.052695','2026-11-22 07:53:16.271769','not-duplicate',2,'same',2.93874298919975771591e+01,25,'none','medium','unknown','undecided','D-11','УО',NULL,NULL,NULL);
INSERT INTO "groups" VALUES(2,'d10f1e0e3b262b66',2,'2026-11-22 07:53:16.052695','2026-11-22 07:53:16.271769','assigned',2,'same',3.37493061836733474487e+01,25,'none','medium','not-departed','delete','D-03','СОШ № 2',NULL,NULL,NULL);
INSERT INTO "groups" VALUES(3,'ce79c50092830395',1,'2026-11-22 07:53:16.052695','2026-11-22 07:53:16.052695','resolved',3,'same',36.9832130505116,25,'none','medium','not-departed','delete','D-03','СОШ № 2',NULL,NULL,NULL);
INSERT INTO "groups" VALUES(4,'45da21f1ecb66003',2,'2026-11-22 07:53:16.052695','2026-11-22 07:53:16.271769','found',3,'same',4.05616359615836046242e+01,25,'none','medium','not-departed','delete','D-03','СОШ № 2',NULL,NULL,NULL);
CREATE TABLE histories (
	account_key TEXT NOT NULL, 
	read_at DATETIME NOT NULL, 
	user TEXT NOT NULL, 
	client TEXT, 
	PRIMARY KEY (account_key)
);
INSERT INTO "histories" VALUES('sgo.example.test:443:s1','2026-11-22 07:53:16.224780','clerk','Chrome');
CREATE TABLE journal (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	event VARCHAR(32) NOT NULL, 
	user TEXT NOT NULL, 
	client TEXT, 
	group_id INTEGER, 
	run_id INTEGER, 
	person_key TEXT, 
	state_before VARCHAR(32), 
	state_after VARCHAR(32), 
	organisation TEXT, 
	due DATE, 
	reason TEXT, 
	advised VARCHAR(32), 
	rule TEXT, 
	rules_version TEXT, 
	undoes INTEGER, 
	details JSON, 
	PRIMARY KEY (id), 
	FOREIGN KEY(group_id) REFERENCES groups (id), 
	FOREIGN KEY(run_id) REFERENCES runs (id), 
	FOREIGN KEY(undoes) REFERENCES journal (id), 
	UNIQUE (undoes)
);
INSERT INTO "journal" VALUES(1,'2026-11-22 07:53:16.175340','found','clerk','Chrome',1,1,NULL,NULL,'found',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(2,'2026-11-22 07:53:16.175340','found','clerk','Chrome',2,1,NULL,NULL,'found',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(3,'2026-11-22 07:53:16.175340','found','clerk','Chrome',3,1,NULL,NULL,'found',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(4,'2026-11-22 07:53:16.175340','found','clerk','Chrome',4,1,NULL,NULL,'found',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(5,'2026-11-22 07:53:16.186516','not-duplicate','clerk','Chrome',1,1,'c04e624d0297ff1046a8ac531d38918d','found','not-duplicate',NULL,NULL,'twins','delete','D-03','0.1.0+336f81fe',NULL,NULL);
INSERT INTO "journal" VALUES(6,'2026-11-22 07:53:16.204897','assigned','clerk','Chrome',2,1,'88a5482393515bfa39bf8df36edc05f0','found','assigned','СОШ № 2',NULL,NULL,'delete','D-03','0.1.0+336f81fe',NULL,NULL);
INSERT INTO "journal" VALUES(7,'2026-11-22 07:53:16.211177','worked','clerk','Chrome',3,1,'7a1f29aa8faa526a6e82b565c6d12a0e','found','worked',NULL,NULL,NULL,'delete','D-03','0.1.0+336f81fe',NULL,NULL);
INSERT INTO "journal" VALUES(8,'2026-11-22 07:53:16.219451','irremovable','clerk','Chrome',4,1,'490b180f1a2361e91ac19a9cb398bf8e','found','irremovable',NULL,NULL,'technical','delete','D-03','0.1.0+336f81fe',NULL,NULL);
INSERT INTO "journal" VALUES(9,'2026-11-22 07:53:16.314218','resolved','clerk','Chrome',3,2,NULL,'worked','resolved',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(10,'2026-11-22 07:53:16.333518','undone','clerk','Chrome',4,NULL,'490b180f1a2361e91ac19a9cb398bf8e','irremovable','found',NULL,NULL,NULL,NULL,NULL,NULL,8,NULL);
CREATE TABLE kinships (
	parent_id INTEGER NOT NULL, 
	child_id INTEGER NOT NULL, 
	seen_at DATETIME NOT NULL, 
	PRIMARY KEY (parent_id, child_id), 
	FOREIGN KEY(parent_id) REFERENCES accounts (id), 
	FOREIGN KEY(child_id) REFERENCES accounts (id)
);
INSERT INTO "kinships" VALUES(9,2,'2025-10-01 09:00:00.000000');
CREATE TABLE members (
	group_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	advice VARCHAR(32) NOT NULL, 
	rule TEXT NOT NULL, 
	PRIMARY KEY (group_id, account_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id), 
	FOREIGN KEY(group_id) REFERENCES groups (id)
);
INSERT INTO "members" VALUES(3,5,'keep','D-03');
INSERT INTO "members" VALUES(3,6,'delete','D-03');
INSERT INTO "members" VALUES(2,3,'keep','D-03');
INSERT INTO "members" VALUES(2,4,'delete','D-03');
INSERT INTO "members" VALUES(4,7,'keep','D-03');
INSERT INTO "members" VALUES(4,8,'delete','D-03');
INSERT INTO "members" VALUES(1,1,'undecided','D-11');
INSERT INTO "members" VALUES(1,2,'undecided','D-11');
CREATE TABLE movements (
	id INTEGER NOT NULL, 
	account_key TEXT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	number TEXT NOT NULL, 
	day DATE, 
	organisation TEXT NOT NULL, 
	source JSON NOT NULL, 
	target JSON NOT NULL, 
	programme TEXT NOT NULL, 
	destination VARCHAR(32), 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_key) REFERENCES histories (account_key)
);
INSERT INTO "movements" VALUES(1,'sgo.example.test:443:s1','enrolment','12-у','2024-09-02','СОШ № 1','[]','["\u0421\u041e\u0428 \u2116 1", "4\u0430"]','',NULL);
CREATE TABLE notes (
	entry_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (entry_id), 
	FOREIGN KEY(entry_id) REFERENCES journal (id)
);
INSERT INTO "notes" VALUES(6,'До каникул');
CREATE TABLE organisations (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
INSERT INTO "organisations" VALUES(1,'СОШ № 1','сош 1','school');
INSERT INTO "organisations" VALUES(2,'СОШ № 2','сош 2','school');
CREATE TABLE overlaps (
	id INTEGER NOT NULL, 
	main_id INTEGER NOT NULL, 
	double_id INTEGER NOT NULL, 
	start DATE, 
	"end" DATE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(double_id) REFERENCES enrolments (id), 
	FOREIGN KEY(main_id) REFERENCES enrolments (id)
);
CREATE TABLE people (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	account_id INTEGER NOT NULL, 
	surname TEXT, 
	name TEXT, 
	patronymic TEXT, 
	folded TEXT NOT NULL, 
	birth_date DATE, 
	sex VARCHAR(32), 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id), 
	UNIQUE ("key")
);
INSERT INTO "people" VALUES(1,'d6392c639fb2444da0b3bde99e84b78a',1,'Иванов','Иван','Иванович','иванов иван иванович','2015-05-07',NULL);
INSERT INTO "people" VALUES(2,'c04e624d0297ff1046a8ac531d38918d',2,'Иванов','Иван','Иванович','иванов иван иванович','2015-05-07',NULL);
INSERT INTO "people" VALUES(3,'97e603843e8b79671dbce4ea6481e1d2',3,'Петрова','Анна','Сергеевна','петрова анна сергеевна','2015-05-07',NULL);
INSERT INTO "people" VALUES(4,'88a5482393515bfa39bf8df36edc05f0',4,'Петрова','Анна','Сергеевна','петрова анна сергеевна','2015-05-07',NULL);
INSERT INTO "people" VALUES(5,'40ce135b1f08fe359e78023f09415e11',5,'Сидоров','Пётр','Олегович','сидоров петр олегович','2015-05-07',NULL);
INSERT INTO "people" VALUES(6,'7a1f29aa8faa526a6e82b565c6d12a0e',6,'Сидоров','Пётр','Олегович','сидоров петр олегович','2015-05-07',NULL);
INSERT INTO "people" VALUES(7,'47fe918c157e086fc6ef3da4b8f2d84e',7,'Кузнецова','Дарья','Игоревна','кузнецова дарья игоревна','2015-05-07',NULL);
INSERT INTO "people" VALUES(8,'490b180f1a2361e91ac19a9cb398bf8e',8,'Кузнецова','Дарья','Игоревна','кузнецова дарья игоревна','2015-05-07',NULL);
INSERT INTO "people" VALUES(9,'d3eaef250324511bdad07e79d88de76e',2,'Иванова','Анна','Петровна','иванова анна петровна','2015-05-07',NULL);
INSERT INTO "people" VALUES(10,'4007fedc1d61f13f275dd995abc88448',10,'Иванов','Пётр','Ильич','иванов петр ильич','1985-05-07',NULL);
INSERT INTO "people" VALUES(11,'493ec6999d401a660efde81f5360e5a0',11,'Иванова','Ольга','Петровна','иванова ольга петровна',NULL,NULL);
CREATE TABLE profiles (
	account_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	snils TEXT, 
	phone TEXT, 
	address TEXT, 
	organisation_id INTEGER, 
	class_name TEXT, 
	status TEXT, 
	departed BOOLEAN NOT NULL, 
	links VARCHAR(32), 
	findings INTEGER, 
	card_seen_at DATETIME, 
	user TEXT NOT NULL, 
	PRIMARY KEY (account_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	FOREIGN KEY(organisation_id) REFERENCES organisations (id)
);
INSERT INTO "profiles" VALUES(2,9,'112-233-445 95',NULL,NULL,NULL,NULL,NULL,0,'linked',0,'2025-10-01 09:00:00.000000','clerk');
INSERT INTO "profiles" VALUES(10,10,'112-233-445 95','9141002030',NULL,NULL,NULL,NULL,0,'nobody',1,'2025-10-01 09:00:00.000000','clerk');
INSERT INTO "profiles" VALUES(11,11,NULL,NULL,NULL,NULL,NULL,'Обучается',0,NULL,NULL,NULL,'clerk');
CREATE TABLE remembered (
	group_id INTEGER NOT NULL, 
	account_key TEXT NOT NULL, 
	field TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	PRIMARY KEY (group_id, account_key, field), 
	FOREIGN KEY(group_id) REFERENCES groups (id)
);
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s1','accounts','80d679afe5dbfcbd5870a243ba4621c0bc7fd94b236c759c87a1e22a7c6e180a');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s1','name','d923c6348fa76ddfe2c271e26e6b35fee842acf560b9bd051e895bdbaac4124b');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s1','birth_date','a94b2d41825f5a5ae8dd656da3c73de0342f426d97653da9858bd5b3fba1ff4e');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s1','organisation','5dc98bcedf5eea711c54f4f72ce29c8e016e3c026f93830f777687cceb22623e');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s1','enrolled','3fc8ae9c03b246848a53215daf47e1c4929de60d1e917f806863c4b2168bcf6e');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s2','accounts','d090752b3c2aa17631a2965ab7515c53a3751bc877ad3a4600fa72c06e88df63');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s2','name','d923c6348fa76ddfe2c271e26e6b35fee842acf560b9bd051e895bdbaac4124b');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s2','birth_date','a94b2d41825f5a5ae8dd656da3c73de0342f426d97653da9858bd5b3fba1ff4e');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s2','organisation','812f36211b7119520c3d3df5d829377d7cd2351cf6f0eaa8bddb745783b57165');
INSERT INTO "remembered" VALUES(1,'sgo.example.test:443:s2','enrolled','976393c74e3e07e2b11f7d93e7795bde0f215324530ceffca7f5f44d8e1812d9');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	layout VARCHAR(32), 
	installation TEXT, 
	authority TEXT, 
	period_start DATE, 
	period_end DATE, 
	today DATE NOT NULL, 
	generated_at DATETIME, 
	title TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	complete BOOLEAN NOT NULL, 
	digest TEXT NOT NULL, 
	captured_at DATETIME NOT NULL, 
	received_at DATETIME NOT NULL, 
	seen_again_at DATETIME NOT NULL, 
	user TEXT NOT NULL, 
	client TEXT, 
	source VARCHAR(32) NOT NULL, 
	previous_id INTEGER, 
	proof VARCHAR(32) NOT NULL, selection TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(previous_id) REFERENCES runs (id)
);
INSERT INTO "runs" VALUES(1,'duplicates-report','dates','sgo.example.test:443','Управление образования Заречного городского округа','2025-09-01','2025-09-30','2025-10-01',NULL,'Список учащихся-"дублей" (образовательные организации)',8,1,'40adf59ddf51d3acb005c68434ce9f0abb506aa598d11048b4642f7b29d3156a','2025-10-01 09:00:00.000000','2026-11-22 07:53:16.052695','2026-11-22 07:53:16.052695','clerk','Chrome','content',NULL,'first','');
INSERT INTO "runs" VALUES(2,'duplicates-report','dates','sgo.example.test:443','Управление образования Заречного городского округа','2025-09-01','2025-09-30','2025-10-08',NULL,'Список учащихся-"дублей" (образовательные организации)',6,1,'54442e8395fe7bc1d76b2d53c7e3fa299767b9d35f592fcad2b5539d7e608143','2025-10-08 09:00:00.000000','2026-11-22 07:53:16.271769','2026-11-22 07:53:16.271769','clerk','Chrome','content',1,'comparable','');
CREATE TABLE search_keys (
	digest BLOB NOT NULL, 
	account_id INTEGER NOT NULL, 
	PRIMARY KEY (digest, account_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id)
)
 WITHOUT ROWID

;
INSERT INTO "search_keys" VALUES(X'37E52270DFF09C4130D9E6CD129BB94A',2);
INSERT INTO "search_keys" VALUES(X'419F5237D9E0CD085C290A70AE310B3D',2);
INSERT INTO "search_keys" VALUES(X'5A4D419CD3B073EAE999BA40208134A7',2);
INSERT INTO "search_keys" VALUES(X'F71533DFD8BFF4440C321A0D97722E2D',2);
INSERT INTO "search_keys" VALUES(X'F89CE1446B126A77A34B9D15FC178955',2);
INSERT INTO "search_keys" VALUES(X'242158C47ADD3E92882673B8F88BC475',10);
INSERT INTO "search_keys" VALUES(X'6FD215F55B4952FB5596EA600A0ED2F3',10);
INSERT INTO "search_keys" VALUES(X'7DB9A4D9DA4DA686B5047CEE31BFFA00',10);
INSERT INTO "search_keys" VALUES(X'9372F13FC243FEAFEE4F93DF9896C88C',10);
INSERT INTO "search_keys" VALUES(X'AC7AFE6D7CE720F1287B85C1E37E7002',10);
INSERT INTO "search_keys" VALUES(X'C7030E51655D68D3A260271E1F407905',10);
INSERT INTO "search_keys" VALUES(X'C82FE789FBA07A13B3372351447ED035',10);
INSERT INTO "search_keys" VALUES(X'D1EE4ABA0F2EE4D4FCA96729FD7DBC98',10);
INSERT INTO "search_keys" VALUES(X'419F5237D9E0CD085C290A70AE310B3D',11);
INSERT INTO "search_keys" VALUES(X'E48E89AB64297CBB75AABFA065BDDA03',11);
CREATE TABLE sightings (
	run_id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	change VARCHAR(32) NOT NULL, 
	PRIMARY KEY (run_id, group_id), 
	FOREIGN KEY(group_id) REFERENCES groups (id), 
	FOREIGN KEY(run_id) REFERENCES runs (id)
);
INSERT INTO "sightings" VALUES(1,1,'new');
INSERT INTO "sightings" VALUES(1,2,'new');
INSERT INTO "sightings" VALUES(1,3,'new');
INSERT INTO "sightings" VALUES(1,4,'new');
INSERT INTO "sightings" VALUES(2,1,'stayed');
INSERT INTO "sightings" VALUES(2,2,'stayed');
INSERT INTO "sightings" VALUES(2,4,'stayed');
CREATE INDEX ix_organisations_key ON organisations ("key");
CREATE INDEX ix_runs_parameters ON runs (installation, authority);
CREATE INDEX ix_group_keys_group_id ON group_keys (group_id);
CREATE INDEX ix_journal_group_id ON journal (group_id);
CREATE INDEX ix_members_account_id ON members (account_id);
CREATE INDEX ix_people_account_id ON people (account_id);
CREATE INDEX ix_people_folded ON people (folded);
CREATE INDEX ix_sightings_group_id ON sightings (group_id);
CREATE INDEX ix_enrolments_person_id ON enrolments (person_id);
CREATE INDEX ix_enrolments_seen ON enrolments (account_id, run_id);
CREATE INDEX ix_fates_entry_id ON fates (entry_id);
CREATE INDEX ix_overlaps_double_id ON overlaps (double_id);
CREATE INDEX ix_overlaps_main_id ON overlaps (main_id);
CREATE INDEX ix_movements_account_key ON movements (account_key);
CREATE INDEX ix_profiles_person_id ON profiles (person_id);
CREATE INDEX ix_search_keys_account_id ON search_keys (account_id);
CREATE INDEX ix_kinships_child_id ON kinships (child_id);
CREATE INDEX ix_groups_state ON groups (state);
CREATE INDEX ix_groups_run_id ON groups (run_id);
CREATE INDEX ix_groups_merged_into ON groups (merged_into);
CREATE TRIGGER journal_keeps_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_removed BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
