using CsCheck;
using Gongkai.Content;
using Gongkai.Tests;

namespace Gongkai.Storage.Tests;

/// <summary>Whatever addresses items ask for, no two have one, and each has its own.</summary>
public abstract class AnyRouteContract : StorageContract
{
    private static readonly string[] Pieces = ["a", "A", "/", "é", "É", "中", "-2", " ", "ß", "İ", "ı", "\u212a", "k", "x/y", "%", "patterned"];

    [Fact]
    public async Task No_two_published_items_have_one_route()
    {
        var site = await OpenAsync();
        var round = 0;
        Gen.Int[0, Pieces.Length - 1].Array[1, 3].Select(chosen => string.Concat(chosen.Select(i => Pieces[i]))).Array[2, 4].Sample(routes =>
        {
            // The rounds share one database: what an earlier one took stays taken.
            var prefix = $"r{round++}-";
            PublishAsync(site, prefix, routes).GetAwaiter().GetResult();
        }, iter: 40, time: Fuzz.Seconds, threads: 1);

        Assert.Empty(await site.FaultsAsync());
    }

    private static async Task PublishAsync(TestSite site, string prefix, string[] routes)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < routes.Length; i++)
        {
            var id = prefix + i;
            var result = await site.ExecuteAsync(new SaveDraft(Sample.Notice(id, route: routes[i]), null), new Publish(id));
            if (result.Succeeded && ReservedRoutes.Normalize(routes[i]).Length > 0)
                taken.Add(ReservedRoutes.Normalize(routes[i]), id);
        }

        foreach (var (route, id) in taken)
            Assert.Equal(id, (await site.ReadAsync(reader => reader.FindRouteAsync(route)))!.ContentItemId);
    }
}
