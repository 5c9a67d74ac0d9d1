package vn.gopy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.gopy.account.Person;

/** The arrows between the rooms, and what each room keeps to itself. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.gopy");

    @Test
    void roomsUseOnlyTheRoomsTheyName() {
        ApplicationModules.of(GopyApplication.class).verify();
    }

    @Test
    void screensStandInUiPackagesAndTheShell() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.gopy.shell..", "vn.gopy..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    @Test
    void noScreenRemembersWhatItsPersonWasAllowed() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("vn.gopy..ui..", "vn.gopy.shell..")
                .should()
                .notHaveRawType(Person.class)
                .because("a page stays open for days: who asks is asked at each event")
                .check(CLASSES);
    }

    @Test
    void sqlStandsInRepositoriesAndQueries() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .haveSimpleNameNotEndingWith("Query")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .check(CLASSES);
    }

    @Test
    void filesAreParsedInTheChildOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "vn.gopy.document.extract..", "vn.gopy.paper..", "vn.gopy.consolidation..", "vn.gopy.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.apache.pdfbox..", "org.jsoup", "org.jsoup.parser..")
                .check(CLASSES);
    }

    @Test
    void theIndexEngineStaysInItsRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "vn.gopy.search.engine.lucene..", "vn.gopy.vietnamese.analysis..", "vn.gopy.command.measure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void legalTextAndVietnameseKnowNoFrameworkAndNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.gopy.legaltext..", "vn.gopy.vietnamese..", "vn.gopy.document.extract..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "com.vaadin..")
                .check(CLASSES);
    }
}
