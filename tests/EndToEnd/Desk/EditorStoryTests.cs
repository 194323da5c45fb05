namespace EndToEnd.Desk;

/// <summary>An editor's work from the first sign-in to the audit trail, by docs/editors.md alone, with the keyboard alone; every page on the way has no barriers.</summary>
[Collection(DeskCollection.Name)]
public sealed class EditorStoryTests(SiteInBrowser site)
{
    [Fact]
    public Task A_document_is_uploaded_explained_at_a_set_minute_and_repealed_and_the_audit_trail_tells_it_all() =>
        // Side by side: both wait for the same minute.
        Task.WhenAll(EditorStory.TellAsync(site, 1280, "一号"), EditorStory.TellAsync(site, 390, "二号"));
}
