/** The consolidated table as a PDF file that takes longer than a person waits: written by a job, told how far it is. */
@NullMarked
package vn.gopy.consolidation.print;

import org.jspecify.annotations.NullMarked;
