import java.io.FileInputStream;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Prints one line per failed check: file, profile, clause, test, message, parted by tabs. */
public final class VeraPdf {
    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A}) {
                check(file, flavour);
            }
        }
        System.out.println("done");
    }

    private static void check(String file, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var input = new FileInputStream(file);
             var parser = foundry.createParser(input, flavour);
             var validator = foundry.createValidator(flavour, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.println(String.join("\t", file, flavour.getId(), assertion.getRuleId().getClause(),
                        String.valueOf(assertion.getRuleId().getTestNumber()), assertion.getMessage()));
                }
            }
        }
    }
}
