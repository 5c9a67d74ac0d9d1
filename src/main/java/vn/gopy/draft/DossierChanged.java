package vn.gopy.draft;

/** A dossier, or who may read it, changed. Published inside the transaction of the change. */
public record DossierChanged(DossierId dossierId) {}
