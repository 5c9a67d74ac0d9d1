package vn.gopy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
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
    void viewsAreReachedByTheirAddressAlone() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void whatAsksForNoRightIsNotReadByScreensAndTheApi() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.gopy..ui..", "vn.gopy..api..", "vn.gopy.shell..", "vn.gopy.desk..")
                .or()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAssignableTo(Component.class)
                .should()
                .dependOnClassesThat(areInside())
                .because("whoever sees a screen or an answer sees what was asked in that person's name")
                .check(CLASSES);
    }

    /** A type or a package that is {@code @NamedInterface("inside")}, with all that stands in it. */
    private static DescribedPredicate<JavaClass> areInside() {
        return DescribedPredicate.describe(
                "are @NamedInterface(\"inside\")",
                type -> isInside(type.tryGetAnnotationOfType(NamedInterface.class))
                        || isInside(type.getPackage().tryGetAnnotationOfType(NamedInterface.class)));
    }

    private static boolean isInside(Optional<NamedInterface> named) {
        return named.filter(one -> List.of(one.value()).contains("inside")).isPresent();
    }

    @Test
    void sqlStandsInRepositoriesAndQueries() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .haveSimpleNameNotEndingWith("Query")
                .and()
                .haveNameNotMatching(
                        "vn[.]gopy[.]shared[.](LateWrites([$].*)?|SharedConfiguration)") // all of it goes through
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .orShould()
                .dependOnClassesThat(
                        assignableTo(JdbcOperations.class).or(assignableTo(NamedParameterJdbcOperations.class)))
                .check(CLASSES);
    }

    @Test
    void filesAreReadInTheChildOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.gopy.document.extract..", "vn.gopy.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.apache.tika..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.gopy.document.extract..", "vn.gopy.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.jsoup", "org.jsoup.parser..")
                .check(CLASSES);
    }

    @Test
    void papersAreWrittenInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.gopy.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi.xwpf..", "org.openxmlformats..")
                .check(CLASSES);
    }

    /** Besides the runner of children: what tries the walls out, looks for the recogniser and trains the reader at the build. */
    @Test
    void whatAFileIsGivenToIsStartedByTheOneRunnerOfChildren() {
        noClasses()
                .that()
                .resideInAPackage("vn.gopy.document")
                .and()
                .haveNameNotMatching(".*\\.(Child|Sandbox|ScanReader|ReaderTraining)")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CLASSES);
    }

    /** But for the folder of a process: how old a file is, only the clock knows that dates it. */
    @Test
    void timeIsAskedOfTheInjectedClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("vn.gopy.shared.AdjustableClock")
                .and()
                .doNotHaveFullyQualifiedName("vn.gopy.document.WorkFolder")
                .should()
                .accessTargetWhere(asksTheMachine())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
        return DescribedPredicate.describe("the time is asked of the machine", access -> {
            var target = access.getTarget();
            boolean javaTime = target.getOwner().getPackageName().equals("java.time");
            return (javaTime && target.getName().startsWith("system"))
                    || (javaTime && target.getName().equals("now") && !takesClock(target));
        });
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
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
