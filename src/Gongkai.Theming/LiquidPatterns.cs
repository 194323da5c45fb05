using System.Collections.Concurrent;
using Fluid;
using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Liquid;
using Gongkai.Theming.Values;

namespace Gongkai.Theming;

/// <summary>Renders the patterns of settings: an item's own values and plain filters, no page, no database.</summary>
internal sealed class LiquidPatterns(LiquidEngine engine) : ILiquid
{
    private const int MaximumSteps = 1_000;

    private readonly ConcurrentDictionary<string, IFluidTemplate> _parsed = new(StringComparer.Ordinal);

    public string? Render(string pattern, ContentItem item, out string? fault)
    {
        fault = null;
        if (!_parsed.TryGetValue(pattern, out var template))
        {
            if (!engine.Parser.TryParse(pattern, out template, out var error))
            {
                fault = $"模式“{pattern}”有语法错误：{error}";
                return null;
            }

            _parsed[pattern] = template;
        }

        try
        {
            return Render(template, item);
        }
        catch (Exception exception) when (exception is TemplateException or FluidException or InvalidOperationException or FileNotFoundException)
        {
            fault = $"模式“{pattern}”不能使用：{exception.Message}";
            return null;
        }
    }

    private string Render(IFluidTemplate template, ContentItem item)
    {
        var context = new PageContext(engine.Options, engine, http: null) { MaxSteps = MaximumSteps };
        var model = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ContentItem"] = item };
        context.SetValue("Model", (FluidValue)new PageModel(model, engine.Options));
        using var writer = new Utf8Writer();
        // Nothing here waits: what would (reading items, rendering shapes) needs a request, and says so.
        var rendering = template.RenderAsync(writer, NullEncoder.Default, context);
        if (!rendering.IsCompleted)
            throw new TemplateException("这里只能用内容自身的值和简单的过滤器。");
        rendering.GetAwaiter().GetResult();
        return writer.ToString();
    }
}
