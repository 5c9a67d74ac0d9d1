package vn.gopy.consolidation.ui;

import org.springframework.stereotype.Component;
import vn.gopy.account.Units;
import vn.gopy.consolidation.DeskProposals;
import vn.gopy.consolidation.DeskReading;
import vn.gopy.consolidation.DeskUndo;
import vn.gopy.consolidation.PointAssigning;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SecondChecks;
import vn.gopy.consolidation.UptakeFigures;
import vn.gopy.consolidation.choice.OptionChoices;
import vn.gopy.consolidation.inquiry.Inquiries;
import vn.gopy.consolidation.letter.Cutting;
import vn.gopy.consolidation.precedent.AnswerTemplates;
import vn.gopy.consolidation.precedent.AnswersBefore;
import vn.gopy.round.Rounds;

/** What a desk asks and does, in one hand. */
@Component
record DeskRooms(
        Rounds rounds,
        Points points,
        PointGroups groups,
        DeskReading reading,
        DeskProposals proposals,
        DeskUndo undo,
        PointAssigning assigning,
        SecondChecks checks,
        UptakeFigures uptake,
        OptionChoices options,
        Cutting cutting,
        AnswersBefore before,
        AnswerTemplates templates,
        Inquiries inquiries,
        Units units) {}
