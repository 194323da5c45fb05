namespace Gongkai.Content.Tests;

public sealed class ContentLifecycleTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Earlier = new(2022, 1, 20, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_first_draft_makes_the_item()
    {
        var change = ContentLifecycle.SaveDraft(ItemState.None, Edited("一"), null, Now);

        var draft = change.Inserted!;
        Assert.Equal((true, false, Now, Now, null), (draft.Latest, draft.Published, draft.CreatedUtc, draft.ModifiedUtc, draft.PublishedUtc));
        Assert.Equal(("一", ""), (draft.DisplayText, draft.Owner));
        Assert.Equal(26, draft.ContentItemVersionId.Length);
        Assert.Empty(change.Updated);
        Assert.Same(draft, change.After.Latest);
        Assert.Null(change.After.Published);
    }

    [Fact]
    public void A_draft_beside_a_published_version_leaves_it_published()
    {
        var state = Published("v1");

        var change = ContentLifecycle.SaveDraft(state, Edited("二"), "v1", Now);

        Assert.Equal((false, true), (change.After.Published!.Latest, change.After.Published.Published));
        Assert.Equal("v1", Assert.Single(change.Updated).ContentItemVersionId);
        Assert.Equal(Earlier, change.Inserted!.CreatedUtc);
        Assert.False(change.Withdraws);
    }

    [Theory]
    [InlineData("v0")]
    [InlineData(null)]
    public void A_draft_based_on_another_version_is_a_conflict(string? basedOn)
    {
        var conflict = Assert.Throws<ContentConflictException>(() => ContentLifecycle.SaveDraft(Published("v1"), Edited("二"), basedOn, Now));

        Assert.Equal(("a", "v1"), (conflict.ContentItemId, conflict.CurrentVersionId));
    }

    [Fact]
    public void A_draft_of_an_item_deleted_meanwhile_is_a_conflict() =>
        Assert.Null(Assert.Throws<ContentConflictException>(() => ContentLifecycle.SaveDraft(ItemState.None, Edited("二"), "v1", Now)).CurrentVersionId);

    [Fact]
    public void Publishing_retires_the_version_before()
    {
        var state = WithDraft("v1", "v2");

        var change = ContentLifecycle.Publish(state, "v2", "a", Now);

        Assert.Equal((true, true, Now), (change.After.Published!.Latest, change.After.Published.Published, change.After.Published.PublishedUtc));
        Assert.Same(change.After.Published, change.After.Latest);
        var retired = change.Updated.Single(version => version.ContentItemVersionId == "v1");
        Assert.Equal((false, null), (retired.Published, retired.PublishedUtc));
        Assert.True(change.Withdraws);
    }

    [Fact]
    public void Publishing_what_is_published_is_nothing() => Assert.True(ContentLifecycle.Publish(Published("v1"), null, "a", Now).IsNothing);

    [Fact]
    public void Publishing_another_version_than_the_one_seen_is_a_conflict() =>
        Assert.Throws<ContentConflictException>(() => ContentLifecycle.Publish(WithDraft("v1", "v2"), "v1", "a", Now));

    [Fact]
    public void Publishing_what_is_not_there_is_a_conflict() => Assert.Throws<ContentConflictException>(() => ContentLifecycle.Publish(ItemState.None, null, "a", Now));

    [Fact]
    public void A_withdrawn_version_stays_as_the_draft()
    {
        var change = ContentLifecycle.Unpublish(Published("v1"));

        Assert.Null(change.After.Published);
        Assert.Equal((true, false, null), (change.After.Latest!.Latest, change.After.Latest.Published, change.After.Latest.PublishedUtc));
        Assert.True(change.Withdraws);
    }

    [Fact]
    public void Withdrawing_leaves_a_newer_draft_alone()
    {
        var state = WithDraft("v1", "v2");

        var change = ContentLifecycle.Unpublish(state);

        Assert.Same(state.Latest, change.After.Latest);
        Assert.Equal("v1", Assert.Single(change.Updated).ContentItemVersionId);
    }

    [Fact]
    public void Withdrawing_a_draft_is_nothing() => Assert.True(ContentLifecycle.Unpublish(new(null, Version("v1", published: false, latest: true))).IsNothing);

    [Fact]
    public void Deleting_clears_every_flag()
    {
        var change = ContentLifecycle.Delete(WithDraft("v1", "v2"));

        Assert.Equal(ItemState.None, change.After);
        Assert.Equal(["v1", "v2"], change.Updated.Select(version => version.ContentItemVersionId));
        Assert.All(change.Updated, version => Assert.False(version.Published || version.Latest));
        Assert.True(ContentLifecycle.Delete(ItemState.None).IsNothing);
    }

    [Fact]
    public void Restoring_makes_a_draft_with_a_version_id_of_its_own()
    {
        var change = ContentLifecycle.Restore(Published("v2"), Version("v1", published: false, latest: false), Now);

        Assert.NotEqual("v1", change.Inserted!.ContentItemVersionId);
        Assert.Equal((true, false, Now), (change.Inserted.Latest, change.Inserted.Published, change.Inserted.ModifiedUtc));
        Assert.Equal("v2", change.After.Published!.ContentItemVersionId);
    }

    [Fact]
    public void An_imported_version_keeps_its_ids_flags_and_times()
    {
        var change = ContentLifecycle.Import(ItemState.None, Version("v1", published: true, latest: true), Now);

        Assert.Equal(("v1", true, true, Earlier), (change.Inserted!.ContentItemVersionId, change.Inserted.Latest, change.Inserted.Published, change.Inserted.PublishedUtc));
    }

    [Fact]
    public void An_imported_version_gets_what_it_lacks()
    {
        var change = ContentLifecycle.Import(ItemState.None, new(Trial.Json("""{"ContentItemId":"a","ContentType":"T","Published":true,"TitlePart":{"Title":"题"}}""")), Now);

        var version = change.Inserted!;
        Assert.Equal(("题", "", "", true), (version.DisplayText, version.Owner, version.Author, version.Latest));
        Assert.Equal((Now, Now, Now), (version.CreatedUtc, version.ModifiedUtc, version.PublishedUtc));
        Assert.All(ContentItem.EnvelopeNames, name => Assert.True(version.Json.ContainsKey(name), name));
    }

    [Fact]
    public void A_published_version_and_its_newer_draft_come_one_after_the_other()
    {
        var first = ContentLifecycle.Import(ItemState.None, Version("v1", published: true, latest: false), Now);
        var second = ContentLifecycle.Import(first.After, Version("v2", published: false, latest: true), Now);

        Assert.True(first.After.Latest!.Latest);
        Assert.Equal(("v1", false, true), (second.After.Published!.ContentItemVersionId, second.After.Published.Latest, second.After.Published.Published));
        Assert.Equal("v2", second.After.Latest!.ContentItemVersionId);
    }

    [Fact]
    public void An_imported_version_of_the_past_changes_nothing_that_counts()
    {
        var state = Published("v2");

        var change = ContentLifecycle.Import(state, Version("v1", published: false, latest: false), Now);

        Assert.Equal(state, change.After);
        Assert.Empty(change.Updated);
    }

    [Fact]
    public void An_imported_published_version_replaces_the_published_one()
    {
        var change = ContentLifecycle.Import(WithDraft("v1", "v2"), Version("v3", published: true, latest: true), Now);

        Assert.Equal(["v1", "v2"], change.Updated.Select(version => version.ContentItemVersionId));
        Assert.All(change.Updated, version => Assert.False(version.Published || version.Latest));
        Assert.Equal(new ItemState(change.Inserted, change.Inserted), change.After);
    }

    [Fact]
    public void The_versions_of_the_state_before_are_never_changed()
    {
        var state = WithDraft("v1", "v2");
        var before = (state.Published!.Json.ToJsonString(), state.Latest!.Json.ToJsonString());

        ContentLifecycle.SaveDraft(state, Edited("三"), "v2", Now);
        ContentLifecycle.Publish(state, null, "a", Now);
        ContentLifecycle.Unpublish(state);
        ContentLifecycle.Delete(state);
        ContentLifecycle.Import(state, Version("v3", published: true, latest: true), Now);

        Assert.Equal(before, (state.Published.Json.ToJsonString(), state.Latest.Json.ToJsonString()));
    }

    [Fact]
    public void A_hidden_entry_that_becomes_another_version_withdraws_nothing()
    {
        var hidden = Version("v1", published: true, latest: true);
        hidden.ContentType = "DisclosureEntry";

        Assert.False(ContentLifecycle.Unpublish(new(hidden, hidden)).Withdraws);
    }

    private static ContentItem Edited(string title) => new(Trial.Json($$$"""{"ContentItemId":"a","ContentType":"T","TitlePart":{"Title":"{{{title}}}"}}"""));

    private static ItemState Published(string versionId)
    {
        var version = Version(versionId, published: true, latest: true);
        return new(version, version);
    }

    private static ItemState WithDraft(string published, string draft) => new(Version(published, published: true, latest: false), Version(draft, published: false, latest: true));

    private static ContentItem Version(string versionId, bool published, bool latest) => new("T", "a")
    {
        ContentItemVersionId = versionId,
        Published = published,
        Latest = latest,
        CreatedUtc = Earlier,
        ModifiedUtc = Earlier,
        PublishedUtc = published ? Earlier : null,
    };
}
