using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>What axe finds wrong with a page for people who cannot see, point or tell colours apart, and whether it scrolls sideways.</summary>
/// <remarks>axe runs in the page itself, once for each document, and answers with nothing but its findings: what it found in order is most of its answer and nobody reads it.</remarks>
internal static class Barriers
{
    private static readonly string Axe = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    /// <summary>Waits until the page has been drawn as it is now, then looks. Null where axe has not come yet.</summary>
    private const string Search = """
        async look => {
          if (!window.axe) return null;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const rules = look.OnlyColours ? { runOnly: ['color-contrast'] } : { rules: { 'target-size': { enabled: look.WithTargets } } };
          const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules });
          const root = document.documentElement;
          return [
            ...violations.map(found => `${found.id}: ${found.help} ${found.nodes.slice(0, 3).map(node => node.html).join(' | ')}`),
            ...(root.scrollWidth > root.clientWidth ? ['It scrolls sideways.'] : []),
          ];
        }
        """;

    /// <summary>The findings on the page as it is.</summary>
    public static async Task<string[]> OfAsync(IPage page, Look look)
    {
        var wanted = new { look.OnlyColours, look.WithTargets };
        if (await page.EvaluateAsync<string[]?>(Search, wanted) is { } found)
            return found;
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]?>(Search, wanted) ?? throw new InvalidOperationException("axe did not come.");
    }
}
