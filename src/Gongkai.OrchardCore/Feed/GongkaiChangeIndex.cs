using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Documents;
using YesSql.Indexes;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Feed;

/// <summary>The last change of a stored version: the change feed's rows about items.</summary>
/// <remarks>
/// An index, because YesSql writes it for every save whoever makes it, in the transaction of the save, and replaces the row of a version
/// that is saved again: the feed never grows beyond one row for each version. Orchard Core's own log of indexing tasks is written after
/// the commit and does not have what was withdrawn.
/// </remarks>
public sealed class GongkaiChangeIndex : MapIndex
{
    /// <summary>The number of the change.</summary>
    public long Sequence { get; set; }

    /// <summary>The item.</summary>
    public string ContentItemId { get; set; } = "";

    /// <summary>Its type.</summary>
    public string ContentType { get; set; } = "";
}

/// <summary>Notes every version that is saved.</summary>
/// <param name="services">The session's scope; asked late, since the session itself needs this provider.</param>
/// <param name="schema">Says whether the tables are there.</param>
internal sealed class ChangeProvider(IServiceProvider services, Schema schema) : IndexProvider<Item>, IScopedIndexProvider
{
    private List<Change>? _changes;

    public override void Describe(DescribeContext<Item> context) => context.For<GongkaiChangeIndex>().Map(async item =>
    {
        if (!await schema.IsReadyAsync())
            return null!;
        var sequence = await services.GetRequiredService<TenantCounters>().NextChangeAsync();
        Note(new(sequence, ChangeSubject.Item, item.ContentItemId, item.ContentType));
        return new GongkaiChangeIndex { Sequence = sequence, ContentItemId = item.ContentItemId, ContentType = item.ContentType };
    });

    /// <summary>Has the change shown as soon as it is committed, before the answer to the request ends.</summary>
    /// <remarks>A deferred task would do it too, but the last saves come when the scope takes none any more. What is committed otherwise is followed within a second.</remarks>
    private void Note(Change change)
    {
        if (_changes is null)
        {
            List<Change> changes = _changes = [];
            var following = services.GetRequiredService<TenantFollowing>();
            services.GetRequiredService<IDocumentStore>().AfterCommitSuccess<GongkaiChangeIndex>(() => following.ShowAsync(changes));
        }

        _changes.Add(change);
    }
}
