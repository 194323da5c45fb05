using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Desk.Tests.Support;

/// <summary>A page as a browser has it after all redirects.</summary>
/// <param name="Status">The status.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Document">The page.</param>
/// <param name="Response">The last answer's headers.</param>
public sealed record DeskAnswer(HttpStatusCode Status, string Address, IHtmlDocument Document, HttpResponseMessage Response)
{
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text => Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "";

    public string? Message => Document.QuerySelector(".message")?.TextContent;

    public IHtmlFormElement Form(string selector = "main form") => Document.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{Address} has no {selector}.");
}

/// <summary>A browser without script: it keeps cookies, follows redirects, and sends forms as they are.</summary>
public sealed class DeskBrowser : IDisposable
{
    private const int MostRedirects = 10;

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public DeskBrowser(Uri site) => _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site };

    /// <summary>The plain client behind it, with its cookies.</summary>
    public HttpClient Client => _client;

    public CookieCollection Cookies => _cookies.GetAllCookies();

    public Task<DeskAnswer> GetAsync(string address) => SendAsync(new(HttpMethod.Get, new Uri(address, UriKind.Relative)));

    /// <summary>Sends a form of a page with its hidden fields, changed as a person would fill it in, by a button, or by its first as the Enter key does.</summary>
    public Task<DeskAnswer> SubmitAsync(DeskAnswer page, Action<DeskForm>? fill = null, string selector = "main form", string button = "button")
    {
        var form = page.Form(selector);
        var fields = new DeskForm(form);
        fill?.Invoke(fields);
        var address = (form.QuerySelector(button)?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } action ? action : page.Address;
        return PostAsync(address, fields.Values);
    }

    /// <summary>Sends whatever fields to an address: no token is added.</summary>
    public Task<DeskAnswer> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) });

    public void Dispose() => _client.Dispose();

    private async Task<DeskAnswer> SendAsync(HttpRequestMessage request)
    {
        var response = await _client.SendAsync(request);
        for (var i = 0; i < MostRedirects && response.Headers.Location is { } location; i++)
            response = await _client.GetAsync(location);
        var document = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return new(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, document, response);
    }
}

/// <summary>The fields of a form as a browser would send them.</summary>
public sealed class DeskForm
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public DeskForm(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name, Type: "checkbox" or "radio" } box when box.IsChecked:
                    _values.Add(new(name, box.Value));
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name, Type: not ("checkbox" or "radio" or "submit" or "file") } input:
                    _values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    _values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    _values.AddRange(select.Options.Where(option => option.IsSelected).Select(option => KeyValuePair.Create(name, option.Value)));
                    break;
            }
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    /// <summary>A field's one value; setting replaces all that it has.</summary>
    public string this[string name]
    {
        get => _values.First(value => value.Key == name).Value;
        set
        {
            Remove(name);
            _values.Add(new(name, value));
        }
    }

    /// <summary>Adds one more value, as another box that is ticked.</summary>
    public void Add(string name, string value) => _values.Add(new(name, value));

    public void Remove(string name) => _values.RemoveAll(value => value.Key == name);
}
